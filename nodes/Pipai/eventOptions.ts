import type { INodePropertyOptions } from 'n8n-workflow';

/** The one event that needs a threshold (docs/reference/pipai.md 3). */
export const BALANCE_LOW = 'account.balance_low';

/** What a test of a webhook sends; nobody can subscribe to it (docs/reference/pipai.md 4). */
export const TEST_EVENT = 'webhook.test';

/** The event types seen on any page; the provider's own list is cut in all of them (the same). */
export const EVENT_TYPES: INodePropertyOptions[] = [
	{ name: 'Account API Key Rotated', value: 'account.api_key_rotated' },
	{
		name: 'Account Balance Low',
		value: BALANCE_LOW,
		description: 'The available balance of an asset dropped below a threshold',
	},
	{
		name: 'Backtest Job Done',
		value: 'backtest.job_done',
		description: 'A backtest finished',
	},
	{ name: 'Strategy Created', value: 'strategy.created' },
	{ name: 'Strategy Deployed', value: 'strategy.deployed' },
	{ name: 'Strategy Error', value: 'strategy.error' },
	{ name: 'Strategy Paused', value: 'strategy.paused' },
	{ name: 'Strategy Position Closed', value: 'strategy.position_closed' },
	{ name: 'Strategy Position Opened', value: 'strategy.position_opened' },
	{ name: 'Strategy Stopped', value: 'strategy.stopped' },
];

/** The types, and the families of them (docs/reference/pipai.md 3). */
export const SUBSCRIPTIONS: INodePropertyOptions[] = [
	{ name: 'Any Account Event (account.*)', value: 'account.*' },
	{ name: 'Any Backtest Event (backtest.*)', value: 'backtest.*' },
	{ name: 'Any Strategy Event (strategy.*)', value: 'strategy.*' },
	...EVENT_TYPES,
].sort((a, b) => a.name.localeCompare(b.name, 'en'));
