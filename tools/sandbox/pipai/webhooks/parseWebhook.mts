import { isDecimal } from '../isDecimal.mts';
import { invalid, type Refusal } from '../refuse.mts';
import type { Webhook } from '../types.mts';
import { isSubscribable } from './eventTypes.mts';

export type WebhookOrder = Pick<Webhook, 'url' | 'events' | 'description' | 'balanceLowThreshold'>;

/** https, or http on loopback: the one thing in which the sandbox is more lenient than the provider. */
function isReachable(url: unknown): url is string {
	if (typeof url !== 'string' || !URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

/** Reads the body of a create call, or says why the provider refuses it (docs/reference/pipai.md 3). */
export function parseWebhook(body: Record<string, unknown> | undefined): WebhookOrder | Refusal {
	const { url, events, description = null, balance_low_threshold: threshold } = body ?? {};
	if (!isReachable(url)) return invalid('url must be a public https URL');
	if (!Array.isArray(events) || events.length === 0) return invalid('events must not be empty');
	const unknown: unknown = events.find((event) => !isSubscribable(event));
	if (unknown !== undefined) return invalid(`unknown event type ${String(unknown)}`);
	if (description !== null && (typeof description !== 'string' || description.length > 200)) {
		return invalid('description must be at most 200 characters');
	}
	const needsThreshold = events.includes('account.balance_low');
	if (needsThreshold && !isDecimal(threshold)) {
		return invalid('balance_low_threshold must be a positive decimal string');
	}
	const balanceLowThreshold = needsThreshold ? String(threshold) : null;
	return { url, events: events as string[], description, balanceLowThreshold };
}
