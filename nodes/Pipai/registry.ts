import type { IDataObject } from 'n8n-workflow';
import type { Entry, RegistrationContext, Registry } from '../../lib/registration/registry';
import { pipaiCredential } from './api';
import { subscription, subscriptionBody, type Subscription } from './subscription';
import { createOwnWebhook, listWebhooks, removeWebhook } from './webhooks';

const STATES: Readonly<Record<string, Entry['state']>> = { paused: 'paused', broken: 'broken' };

/** PipAI's webhooks, as one trigger node uses them (docs/reference/pipai.md 3). */
export function pipaiRegistry(ctx: RegistrationContext): Registry {
	const wanted = triggerSubscription(ctx);
	return {
		name: 'PipAI',
		baseUrl: async () => (await pipaiCredential(ctx)).baseUrl,
		/** Read before anything is changed: a subscription that PipAI would refuse replaces none. */
		get subscription() {
			subscriptionBody(ctx, wanted);
			return comparable(wanted);
		},
		// It drops an event a day after it happened (docs/reference/pipai.md 4).
		retryHours: 24,
		list: async () => (await listWebhooks(ctx)).map((webhook) => asEntry(webhook, wanted)),
		async create(url) {
			const { id, secret } = await createOwnWebhook(ctx, url, subscriptionBody(ctx, wanted));
			return { id: String(id), secret: String(secret) };
		},
		retire: async (id) => await removeWebhook(ctx, id),
	};
}

function triggerSubscription(ctx: RegistrationContext): Subscription {
	const { additionalEvents, description } = ctx.getNodeParameter('options', {}) as IDataObject;
	return subscription({
		events: ctx.getNodeParameter('events', ['*']),
		additionalEvents,
		description,
		threshold: ctx.getNodeParameter('balanceLowThreshold', ''),
	});
}

/**
 * No webhook shows its threshold, so of one that subscribes as we want, what n8n kept has to tell
 * whether it was made with the same (docs/reference/pipai.md 3).
 */
function asEntry({ id, url, status, ...webhook }: IDataObject, wanted: Subscription): Entry {
	const shown = subscription(webhook as { events: unknown });
	const isSame = shownSubscription(shown) === shownSubscription(wanted);
	return {
		id: String(id),
		url: String(url),
		state: STATES[String(status)] ?? 'active',
		...(!isSame && { subscription: shownSubscription(shown) }),
	};
}

function shownSubscription({ events, description }: Subscription): string {
	return JSON.stringify([[...events].sort(), description]);
}

function comparable(wanted: Subscription): string {
	return JSON.stringify([shownSubscription(wanted), String(wanted.threshold)]);
}
