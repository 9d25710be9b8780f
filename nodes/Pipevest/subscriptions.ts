import type { INodePropertyOptions } from 'n8n-workflow';

/** What subscribes to everything; in a trigger's `events` it is `*`. */
export const ALL = 'ALL';

/** Subscribed to by the provider itself when a webhook is created (docs/reference/pipevest.md 5). */
const AUTOMATIC = 'WEBHOOK.CREATED';

/** docs/reference/pipevest.md 5, subscriptions. */
const DOMAINS: ReadonlyArray<[name: string, plural: string]> = [
	['ACCOUNT', 'accounts'],
	['ASSET', 'assets'],
	['AUTH', 'tokens'],
	['CUSTOMER', 'customers'],
	['INSTRUMENT', 'instruments'],
	['INVESTMENT_TYPE', 'investment types'],
	['PORTFOLIO', 'portfolios'],
	['REPORT', 'reports'],
	['REQUEST', 'requests'],
	['TRANSACTION', 'transactions'],
	['WEBHOOK', 'webhooks'],
];

/** A domain and what happens in it, for a multiple choice. */
export const subscriptionOptions: INodePropertyOptions[] = DOMAINS.flatMap(([name, plural]) => [
	{ name, value: name, description: `Everything about ${plural}` },
	...['CREATED', 'DELETED', 'UPDATED'].map((what) => ({
		name: `${name}.${what}`,
		value: `${name}.${what}`,
	})),
]);

/** Names as Pipevest takes them: without repeats, `ALL` alone where it is among them. */
export function subscriptionsOf(names: readonly string[]): string[] {
	return names.some((name) => name === '*' || name === ALL) ? [ALL] : [...new Set(names)];
}

/** Subscriptions as comparable text, without the one that nobody asked for. */
export function comparable(subscriptions: readonly string[]): string {
	const asked = subscriptions.filter((name) => name !== AUTOMATIC);
	return [...new Set(asked)].sort().join(' ');
}
