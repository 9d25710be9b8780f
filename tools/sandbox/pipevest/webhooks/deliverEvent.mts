import { randomUUID } from 'node:crypto';
import type { UnderWay } from '../../shared/deliveries/createDeliveries.mts';
import type { Moment } from '../../shared/deliveries/types.mts';
import type { PipevestContext } from '../context.mts';
import { keyNamed } from '../keys.mts';
import { signDelivery } from '../signatures/signDelivery.mts';

/** Milliseconds before the next attempt; the provider's own are not documented. */
const RETRY_AFTER = [5_000, 30_000];

const WRONG_KEY = keyNamed('somebody else');

export interface EventToSend {
	event: string;
	data?: Record<string, unknown>;
	/** Default: a new one. */
	eventId?: string;
}

/** Sends an event to the webhook if it is there, active and subscribed to it. */
export function deliverEvent(
	context: PipevestContext,
	{ event, data = {}, eventId = randomUUID() }: EventToSend,
): UnderWay | undefined {
	const { webhook, clock, settings } = context;
	if (webhook?.status !== 'ACTIVE') return undefined;
	const [domain] = event.split('.');
	const wanted = ['ALL', domain, event].some((name) => webhook.subscriptions.includes(name ?? ''));
	if (!wanted) return undefined;
	const { url } = webhook;
	const createdAt = Math.floor(clock.now() / 1000);
	return context.deliveries.deliver({
		url,
		about: { event, eventId },
		schedule: RETRY_AFTER,
		timeoutMs: settings.deliveryTimeoutMs,
		body: () => JSON.stringify({ eventId, event, createdAt, data }),
		headers: (moment, body) => signed(context, url, moment, body),
	});
}

function signed(
	{ deliveryKey, settings }: PipevestContext,
	url: string,
	{ credential, now }: Moment,
	body: string,
): Record<string, string> {
	const key = credential === 'wrong' ? WRONG_KEY : deliveryKey;
	const headers = signDelivery({ url, body, key, dialect: settings.signs, now });
	if (credential === 'blank') return { ...headers, Signature: 'sig1=::' };
	if (credential !== 'missing') return headers;
	const { Signature: _, 'Signature-Input': __, ...unsigned } = headers;
	return unsigned;
}
