/** The types known from any page (docs/reference/pipai.md 4), and the wildcards. */
const TYPES = [
	'strategy.created',
	'strategy.deployed',
	'strategy.paused',
	'strategy.stopped',
	'strategy.position_opened',
	'strategy.position_closed',
	'strategy.error',
	'backtest.job_done',
	'account.balance_low',
	'account.api_key_rotated',
];
const WILDCARDS = ['*', 'strategy.*', 'backtest.*', 'account.*'];

/** May a webhook subscribe to this? Of a family we know, unknown names pass: the list is incomplete. */
export function isSubscribable(event: unknown): event is string {
	if (typeof event !== 'string') return false;
	return (
		TYPES.includes(event) ||
		WILDCARDS.includes(event) ||
		/^(strategy|backtest|account)\.[a-z_]+$/.test(event)
	);
}

/** Does a subscription cover a type? */
export function covers(subscription: string, type: string): boolean {
	if (subscription === '*' || subscription === type) return true;
	return subscription.endsWith('.*') && type.startsWith(subscription.slice(0, -1));
}
