import { createHmac } from 'node:crypto';
import type { UnderWay } from '../../shared/deliveries/createDeliveries.mts';
import { swapSecret } from '../../shared/deliveries/swapSecret.mts';
import type { PipaiContext } from '../context.mts';
import { newId } from '../newId.mts';
import type { Webhook } from '../types.mts';
import { retryAfter } from './retryAfter.mts';

export interface PipaiEvent {
	id: string;
	type: string;
	created_at: string;
	data: Record<string, unknown>;
}

interface How {
	/** Only one attempt, that leaves no trace at the webhook. */
	once?: boolean;
	/** How many answers never reach the provider, which therefore tries again. */
	lostAnswers?: number;
}

const TIMEOUT = 10_000;
const is2xx = (status: number) => status >= 200 && status < 300;

/** Sends an event to a webhook, signed anew at every attempt (docs/reference/pipai.md 4). */
export function deliverEvent(
	context: PipaiContext,
	webhook: Webhook,
	event: PipaiEvent,
	{ once = false, lostAnswers = 0 }: How = {},
): UnderWay {
	const deliveryId = newId('dlv_', 6);
	let lost = lostAnswers;
	return context.deliveries.deliver({
		url: webhook.url,
		about: { event: event.type, eventId: event.id, webhookId: webhook.id },
		schedule: once ? [] : retryAfter,
		timeoutMs: TIMEOUT,
		isSuccess: (status) => is2xx(status) && lost-- <= 0,
		body: () => JSON.stringify(event),
		headers({ attempt, now, credential }, body) {
			const secret = swapSecret(webhook.secret, credential);
			const signature =
				secret !== undefined && createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
			return {
				'content-type': 'application/json',
				'x-pipai-event-id': event.id,
				'x-pipai-event-type': event.type,
				'x-pipai-webhook-id': webhook.id,
				'x-pipai-delivery-id': deliveryId,
				'x-pipai-delivery-attempt': String(attempt),
				'x-pipai-timestamp': String(now),
				...(signature && { 'x-pipai-signature': signature }),
			};
		},
		...(!once && {
			attempted: (success) => count(context, webhook, success),
			abandoned: () => !context.webhooks.has(webhook.id),
		}),
	});
}

function count({ clock, settings }: PipaiContext, webhook: Webhook, success: boolean) {
	webhook.lastDeliveryAt = clock.now();
	if (success) {
		webhook.lastSuccessAt = clock.now();
		webhook.consecutiveFailures = 0;
		return;
	}
	webhook.consecutiveFailures += 1;
	if (webhook.consecutiveFailures >= settings.brokenAfter) webhook.status = 'broken';
}
