import type { Webhook } from '../types.mts';

const time = (ms: number | null) =>
	ms === null ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** A webhook as every read shows it: without its secret (docs/reference/pipai.md 3). */
export function viewWebhook(webhook: Webhook) {
	return {
		id: webhook.id,
		url: webhook.url,
		events: webhook.events,
		description: webhook.description,
		status: webhook.status,
		consecutive_failures: webhook.consecutiveFailures,
		last_delivery_at: time(webhook.lastDeliveryAt),
		last_success_at: time(webhook.lastSuccessAt),
		created_at: time(webhook.createdAt),
	};
}
