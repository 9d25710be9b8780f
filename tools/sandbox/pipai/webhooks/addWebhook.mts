import { randomBytes } from 'node:crypto';
import type { PipaiContext } from '../context.mts';
import { newId } from '../newId.mts';
import type { Webhook } from '../types.mts';
import type { WebhookOrder } from './parseWebhook.mts';

/** Registers a webhook with a secret of its own: 40 characters of base64url. */
export function addWebhook({ webhooks, clock }: PipaiContext, order: WebhookOrder): Webhook {
	const webhook: Webhook = {
		...order,
		id: newId('wh_'),
		status: 'active',
		consecutiveFailures: 0,
		lastDeliveryAt: null,
		lastSuccessAt: null,
		createdAt: clock.now(),
		secret: randomBytes(30).toString('base64url'),
	};
	webhooks.set(webhook.id, webhook);
	return webhook;
}
