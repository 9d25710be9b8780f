import { createHmac, randomUUID } from 'node:crypto';
import { swapSecret } from '../../shared/deliveries/swapSecret.mts';
import type { Delivery, DeliveryRecord, Moment } from '../../shared/deliveries/types.mts';
import type { PiContext } from '../context.mts';
import type { PiJob, Webhook } from '../types.mts';
import { viewJob } from './viewJob.mts';

/** Eight attempts in all; the delays between them are not documented (docs/reference/pi.md 6). */
const RETRY_AFTER = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];

/** `sha256=` and the hex HMAC of the bytes (docs/reference/pi.md 6). */
function sign(secret: string, body: string): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function headers(type: string, secret: string, { credential }: Moment, body: string) {
	const key = swapSecret(secret, credential);
	return {
		'content-type': 'application/json',
		'x-pi-event': type,
		...(key !== undefined && { 'x-pi-signature': sign(key, body) }),
	};
}

function deliveryTo(context: PiContext, webhook: Webhook, job: PiJob, type: string): Delivery {
	const { server, settings } = context;
	const times = [job.createdAt, job.updatedAt].map((ms) => new Date(ms).toISOString());
	const data = {
		job: { ...viewJob(job, server.url()), created_at: times[0], updated_at: times[1] },
	};
	return {
		url: webhook.endpointUrl,
		about: { jobId: job.id, event: type, type: job.type, webhookId: webhook.id },
		schedule: RETRY_AFTER,
		timeoutMs: settings.deliveryTimeoutMs,
		// The id is made inside the attempt: a repeat of the same event carries another one.
		body: ({ now }) =>
			JSON.stringify({
				id: `evt_pi_${randomUUID()}`,
				object: 'event',
				type,
				created_at: Math.floor(now / 1000),
				data,
			}),
		headers: (moment, body) => headers(type, webhook.secret, moment, body),
	};
}

/**
 * Tells every active webhook, the oldest first, in one loop that stops at the first one that does not
 * take it. Each retry begins with the first webhook again, so earlier ones receive repeats and later
 * ones starve (docs/reference/pi.md 6).
 */
export async function deliverEvent(context: PiContext, job: PiJob): Promise<void> {
	const { clock, deliveries, generation, webhooks } = context;
	const type = job.state === 'completed' ? 'job.completed' : 'job.failed';
	const records = new Map<string, DeliveryRecord>();

	const tellAll = async (number: number): Promise<boolean> => {
		for (const webhook of webhooks.filter(({ isActive }) => isActive)) {
			const delivery = deliveryTo(context, webhook, job, type);
			const record = records.get(webhook.id) ?? deliveries.open(delivery);
			records.set(webhook.id, record);
			record.state = 'underWay';
			const taken = await deliveries.attempt(delivery, record, number);
			if (!taken) return false;
			record.state = 'delivered';
		}
		return true;
	};

	for (let number = 1; number <= RETRY_AFTER.length + 1; number++) {
		if (number > 1) await clock.sleep(RETRY_AFTER[number - 2] ?? 0);
		if (context.generation !== generation || (await tellAll(number))) return;
	}
	for (const record of records.values()) {
		if (record.state === 'underWay') record.state = 'gaveUp';
	}
}
