import { comparable } from './subscriptions';
import type { PipevestWebhook } from './webhook';

/** What a webhook is asked to be. */
export type Asked = Pick<PipevestWebhook, 'url' | 'subscriptions'>;

/**
 * What a trigger leaves behind when it ends: there is no way to delete a webhook, and none to want
 * less of it (docs/reference/pipevest.md 5).
 */
const LEFT_BEHIND = 'WEBHOOK';

/** Ends the deliveries to a URL, as far as that can be done. */
export function leftBehind(url: string): Asked {
	return { url, subscriptions: [LEFT_BEHIND] };
}

/** Is it subscribed to what a trigger leaves behind, and to nothing else? */
export function isLeastSubscription(subscriptions: readonly string[]): boolean {
	return comparable(subscriptions) === LEFT_BEHIND;
}

/**
 * What a trigger subscribes to. One that wants no more than what an ended one leaves behind names an
 * event of it besides: that changes no delivery, and tells the two apart.
 */
export function recognizable(subscriptions: string[]): string[] {
	return isLeastSubscription(subscriptions)
		? [...subscriptions, `${LEFT_BEHIND}.UPDATED`]
		: subscriptions;
}

/** Was it left behind by an ended trigger of the n8n that `ours` belongs to? */
export function isLeftBehind({ url, subscriptions }: Asked, ours: string): boolean {
	return originOf(url) === originOf(ours) && isLeastSubscription(subscriptions);
}

function originOf(url: string): string {
	return URL.canParse(url) ? new URL(url).origin : url;
}
