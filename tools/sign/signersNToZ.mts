import { sign } from 'node:crypto';
import { base64, hex, seconds } from './bytes.mts';
import {
	basic,
	event,
	inHeader,
	inUrl,
	iso,
	json,
	ofBody,
	prefixed,
	timed,
	withId,
	withTime,
} from './makers.mts';
import { payPal, twilio } from './particular.mts';
import type { Signer } from './signer.mts';

/** Senders from N to Z. */
export const signersNToZ: Record<string, Signer> = {
	notion: ofBody('X-Notion-Signature', prefixed('sha256=')),
	okta: inHeader('Authorization', ({ id }) =>
		json({ eventId: id, data: { events: [{ uuid: id, eventType: 'user.session.start' }] } }),
	),
	paddle: timed('Paddle-Signature', (t, mac) => `ts=${t};h1=${mac}`, {
		separator: ':',
		body: ({ id }) => json({ event_id: id, event_type: 'transaction.paid' }),
	}),
	pagerDuty: ofBody(
		'X-PagerDuty-Signature',
		(s, b) => `v1=${hex('another', b)},v1=${hex(s, b)}`,
		({ id }) => json({ event: { id, event_type: 'incident.triggered' } }),
	),
	payPal,
	pipedrive: basic(({ id }) => json({ meta: { id, action: 'change' }, data: {} })),
	postmark: basic(({ id }) => json({ RecordType: 'Open', MessageID: id })),
	razorpay: ofBody(
		'X-Razorpay-Signature',
		hex,
		() => json({ event: 'payment.captured' }),
		withId('x-razorpay-event-id'),
	),
	runPod: inUrl(({ id }) => json({ id, status: 'COMPLETED' })),
	sanity: timed('sanity-webhook-signature', (t, mac) => `t=${t},v1=${mac}`, {
		time: ({ at }) => String(at),
		mac: (key, text) => Buffer.from(hex(key, text), 'hex').toString('base64url'),
		more: withId('idempotency-key', [['sanity-operation', 'update']]),
	}),
	sendGrid: ({ keys, at, id }) => {
		const body = `${json([{ sg_event_id: id, event: 'open', timestamp: Math.floor(at / 1000) }])}\r\n`;
		const signature = sign('sha256', Buffer.from(seconds(at) + body), keys.ec).toString('base64');
		return {
			headers: [
				['X-Twilio-Email-Event-Webhook-Timestamp', seconds(at)],
				['X-Twilio-Email-Event-Webhook-Signature', signature],
			],
			body,
		};
	},
	sentry: ofBody(
		'Sentry-Hook-Signature',
		hex,
		event,
		withId('Request-ID', [['Sentry-Hook-Resource', 'issue']]),
	),
	shopify: ofBody(
		'X-Shopify-Hmac-SHA256',
		base64,
		event,
		withId('X-Shopify-Event-Id', [['X-Shopify-Topic', 'orders/create']]),
	),
	slack: timed('X-Slack-Signature', (_t, mac) => `v0=${mac}`, {
		mac: (key, text) => hex(key, `v0:${text}`),
		separator: ':',
		body: ({ id }) =>
			json({ type: 'event_callback', event_id: id, event: { type: 'app_mention' } }),
		more: withTime('X-Slack-Request-Timestamp'),
	}),
	square: (order) => {
		const body = json({ event_id: order.id, type: 'payment.created' });
		return {
			headers: [['x-square-hmacsha256-signature', base64(order.secret, order.url + body)]],
			body,
		};
	},
	stripe: timed('Stripe-Signature', (t, mac) => `t=${t},v1=${mac}`),
	telegram: inHeader('X-Telegram-Bot-Api-Secret-Token', ({ id }) =>
		json({ update_id: id, message: {} }),
	),
	trello: (order) => {
		const body = json({ action: { id: order.id, type: 'updateCard' } });
		return {
			headers: [['X-Trello-Webhook', base64(order.secret, body + order.url, 'sha1')]],
			body,
		};
	},
	twilio,
	twitch: (order) => {
		const time = iso(order).replace('Z', '710747Z');
		const body = json({ subscription: { type: 'channel.follow' }, event: { created_at: time } });
		return {
			headers: [
				['Twitch-Eventsub-Message-Id', order.id],
				['Twitch-Eventsub-Message-Timestamp', time],
				['Twitch-Eventsub-Message-Type', 'notification'],
				[
					'Twitch-Eventsub-Message-Signature',
					`sha256=${hex(order.secret, order.id + time + body)}`,
				],
			],
			body,
		};
	},
	typeform: ofBody(
		'Typeform-Signature',
		(s, b) => `sha256=${base64(s, b)}`,
		({ id }) => json({ event_id: id, event_type: 'form_response' }),
	),
	vercel: ofBody('x-vercel-signature', prefixed('', 'sha1')),
	waveSpeed: (order) => {
		const [body, time] = [event(order), seconds(order.at)];
		const key = order.secret.replace(/^whsec_/, '');
		return {
			headers: [
				['webhook-id', order.id],
				['webhook-timestamp', time],
				['webhook-signature', `v3,${hex(key, `${order.id}.${time}.${body}`)}`],
			],
			body,
		};
	},
	webflow: timed('x-webflow-signature', (_t, mac) => mac, {
		time: ({ at }) => String(at),
		separator: ':',
		body: ({ id }) => json({ triggerType: 'form_submission', payload: { id } }),
		more: withTime('x-webflow-timestamp', ({ at }) => String(at)),
	}),
	wooCommerce: ofBody('X-WC-Webhook-Signature', base64, event, () => [
		['X-WC-Webhook-Topic', 'order.created'],
	]),
	xero: ofBody('x-xero-signature', base64, ({ id }) =>
		json({
			events: [{ resourceId: id, eventType: 'UPDATE' }],
			firstEventSequence: 1,
			lastEventSequence: 1,
		}),
	),
	zendesk: (order) => {
		const body = event(order);
		return {
			headers: [
				['X-Zendesk-Webhook-Signature-Timestamp', iso(order)],
				['X-Zendesk-Webhook-Signature', base64(order.secret, iso(order) + body)],
			],
			body,
		};
	},
	zoom: timed('x-zm-signature', (_t, mac) => `v0=${mac}`, {
		mac: (key, text) => hex(key, `v0:${text}`),
		separator: ':',
		body: (o) => json({ event: 'meeting.started', event_ts: o.at, payload: { id: o.id } }),
		more: withTime('x-zm-request-timestamp'),
	}),
};
