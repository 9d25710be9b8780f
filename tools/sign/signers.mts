import { sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { base64, hex, jwt, seconds, sha256 } from './bytes.mts';
import type { Order, Signed, Signer } from './signer.mts';

const json = (value: unknown) => JSON.stringify(value);
/** Wherever a sender says what happened. */
const KIND = { type: 'thing.done', event: 'thing.done', topic: 'thing.done', status: 'thing.done' };
const event = ({ id }: Order, more: object = {}) =>
	json({ id, ...KIND, data: { text: 'ü, 漢' }, ...more });

type Headers = Array<[string, string]>;
type MakesBody = (order: Order) => string;

/** One header with a MAC of the body. */
const ofBody =
	(
		header: string,
		write: (secret: string, body: string) => string,
		body: MakesBody = event,
		more: (order: Order) => Headers = () => [],
	): Signer =>
	(order) => {
		const text = body(order);
		return { headers: [[header, write(order.secret, text)], ...more(order)], body: text };
	};

/** One header with a time and a MAC of time and body. */
const timed =
	(
		header: string,
		write: (time: string, mac: string) => string,
		{
			time = ({ at }: Order) => seconds(at),
			separator = '.',
			mac = hex as typeof hex,
			body = event as MakesBody,
			more = (_order: Order): Headers => [],
		} = {},
	): Signer =>
	(order) => {
		const [text, when] = [body(order), time(order)];
		const signature = mac(order.secret, `${when}${separator}${text}`);
		return { headers: [[header, write(when, signature)], ...more(order)], body: text };
	};

const standard: Signer = (order) => {
	const [body, time] = [
		event(order, { timestamp: new Date(order.at).toISOString() }),
		seconds(order.at),
	];
	const key = Buffer.from(order.secret.replace(/^v1,/, '').replace(/^whsec_/, ''), 'base64');
	return {
		headers: [
			['webhook-id', order.id],
			['webhook-timestamp', time],
			['webhook-signature', `v1,${base64(key, `${order.id}.${time}.${body}`)}`],
		],
		body,
	};
};

/** The secret in a header, nothing signed. */
const inHeader =
	(header: string, body: MakesBody = event, more: (order: Order) => Headers = () => []): Signer =>
	(order) => ({ headers: [[header, order.secret], ...more(order)], body: body(order) });

/** The secret in the URL, nothing signed. */
const inUrl =
	(body: MakesBody = event, more: (order: Order) => Headers = () => []): Signer =>
	(order) => {
		const url = new URL(order.url);
		url.searchParams.set('token', order.secret);
		return { headers: more(order), body: body(order), url: url.href };
	};

const basic =
	(body: MakesBody): Signer =>
	(order) => ({
		headers: [
			[
				'Authorization',
				`Basic ${Buffer.from(`${order.username}:${order.secret}`).toString('base64')}`,
			],
		],
		body: body(order),
	});

const discord =
	(makeBody: MakesBody): Signer =>
	(order) => {
		const [body, time] = [makeBody(order), seconds(order.at)];
		const signature = sign(null, Buffer.from(time + body), order.keys.ed25519).toString('hex');
		return {
			headers: [
				['X-Signature-Ed25519', signature],
				['X-Signature-Timestamp', time],
			],
			body,
		};
	};

function twilio({ secret, url, id }: Order): Signed {
	const fields: Record<string, string> = {
		To: '+15550001111',
		MessageSid: id,
		Body: 'ü, 漢',
		From: '+15550002222',
		MessageStatus: 'delivered',
	};
	const text = Object.keys(fields)
		.sort()
		.map((name) => name + fields[name])
		.join('');
	return {
		headers: [
			['Content-Type', 'application/x-www-form-urlencoded'],
			['X-Twilio-Signature', base64(secret, url + text, 'sha1')],
			['I-Twilio-Idempotency-Token', id],
		],
		body: new URLSearchParams(fields).toString(),
	};
}

const ADYEN = [
	'pspReference',
	'originalReference',
	'merchantAccountCode',
	'merchantReference',
	'value',
	'currency',
	'eventCode',
	'success',
];

function adyen({ secret, id }: Order): Signed {
	const amount = { value: 1130, currency: 'EUR' };
	const item: Record<string, unknown> = {
		pspReference: id,
		merchantAccountCode: 'Shop',
		merchantReference: 'Order1',
		eventCode: 'AUTHORISATION',
		success: 'true',
	};
	const values: Record<string, unknown> = { ...item, ...amount };
	const text = ADYEN.map((name) => String(values[name] ?? '')).join(':');
	const additionalData = { hmacSignature: base64(Buffer.from(secret, 'hex'), text) };
	return {
		headers: [],
		body: json({
			live: 'false',
			notificationItems: [{ NotificationRequestItem: { ...item, amount, additionalData } }],
		}),
	};
}

const SNS = [
	'Message',
	'MessageId',
	'Subject',
	'SubscribeURL',
	'Timestamp',
	'Token',
	'TopicArn',
	'Type',
];

function awsSns({ secret, keys, at, id }: Order): Signed {
	const fields: Record<string, string> = {
		Type: 'Notification',
		MessageId: id,
		TopicArn: secret,
		Subject: 'Done',
		Message: 'ü\n漢',
		Timestamp: new Date(at).toISOString(),
	};
	const text = SNS.flatMap((name) =>
		fields[name] === undefined ? [] : [`${name}\n${fields[name]}\n`],
	).join('');
	const Signature = sign('sha256', Buffer.from(text), keys.rsa).toString('base64');
	const SigningCertURL = 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem';
	return {
		headers: [['Content-Type', 'text/plain; charset=UTF-8']],
		body: json({ ...fields, SignatureVersion: '2', Signature, SigningCertURL }),
	};
}

function payPal({ secret, keys, at, id }: Order): Signed {
	const body = json({ id, event_type: 'PAYMENT.SALE.COMPLETED', resource: { text: 'ü' } });
	const time = new Date(at).toISOString();
	const text = `transmission-1|${time}|${secret}|${crc32(Buffer.from(body))}`;
	return {
		headers: [
			['PAYPAL-TRANSMISSION-ID', 'transmission-1'],
			['PAYPAL-TRANSMISSION-TIME', time],
			['PAYPAL-AUTH-ALGO', 'SHA256withRSA'],
			['PAYPAL-CERT-URL', 'https://api.paypal.com/v1/notifications/certs/CERT-1'],
			['PAYPAL-TRANSMISSION-SIG', sign('sha256', Buffer.from(text), keys.rsa).toString('base64')],
		],
		body,
	};
}

function fal({ keys, at, id }: Order): Signed {
	const body = json({ request_id: id, status: 'OK', payload: { images: [] } });
	const text = [id, 'user-1', seconds(at), sha256(body)].join('\n');
	return {
		headers: [
			['X-Fal-Webhook-Request-Id', id],
			['X-Fal-Webhook-User-Id', 'user-1'],
			['X-Fal-Webhook-Timestamp', seconds(at)],
			['X-Fal-Webhook-Signature', sign(null, Buffer.from(text), keys.ed25519).toString('hex')],
		],
		body,
	};
}

function contentful(order: Order): Signed {
	const body = json({ sys: { id: order.id } });
	const time = String(order.at);
	const listed = 'x-contentful-timestamp,x-contentful-signed-headers';
	const headers = `x-contentful-timestamp:${time};x-contentful-signed-headers:${listed}`;
	const text = ['POST', new URL(order.url).pathname, headers, body].join('\n');
	return {
		headers: [
			['x-contentful-timestamp', time],
			['x-contentful-signed-headers', listed],
			['x-contentful-signature', hex(order.secret, text)],
			['X-Contentful-Topic', 'ContentManagement.Entry.publish'],
			['X-Contentful-Idempotency-Key', order.id],
		],
		body,
	};
}

const hubSpot: Signer = ({ secret, url, at, id }) => {
	const body = json([
		{ eventId: 1, subscriptionType: 'contact.creation', objectId: id, occurredAt: at },
	]);
	return {
		headers: [
			['X-HubSpot-Request-Timestamp', String(at)],
			['X-HubSpot-Signature-v3', base64(secret, `POST${url}${body}${at}`)],
		],
		body,
	};
};

const prefixed =
	(prefix: string, hash = 'sha256') =>
	(secret: string, body: string) =>
		prefix + hex(secret, body, hash);
const withTime =
	(header: string, time: (order: Order) => string = ({ at }) => seconds(at)) =>
	(order: Order): Headers => [[header, time(order)]];
const withId =
	(header: string, more: Headers = []) =>
	(order: Order): Headers => [[header, order.id], ...more];
const hexKey = (secret: string, body: string) => base64(Buffer.from(secret, 'hex'), body);
const iso = ({ at }: Order) => new Date(at).toISOString();

/** How each sender signs, by the value of its scheme. */
export const signers: Record<string, Signer> = {
	standardWebhooks: standard,
	openAi: standard,
	replicate: standard,
	supabase: standard,
	resend: standard,
	clerk: standard,
	svix: standard,
	gitLab: (order) => {
		const { headers, body } = standard(order);
		return { headers: [...headers, ['X-Gitlab-Event', 'Push Hook']], body };
	},
	basicAuth: basic(event),
	adyen,
	adyenPlatform: ofBody('HmacSignature', hexKey),
	apify: inHeader(
		'X-Webhook-Secret',
		(o) => event(o, { eventType: 'ACTOR.RUN.SUCCEEDED' }),
		withId('X-Apify-Webhook-Dispatch-Id'),
	),
	asana: ofBody('X-Hook-Signature', hex, ({ id }) =>
		json({ events: [{ action: 'changed', resource: { gid: id } }] }),
	),
	assemblyAi: inHeader('X-Webhook-Secret', ({ id }) =>
		json({ transcript_id: id, status: 'completed' }),
	),
	awsSns,
	bitbucket: ofBody(
		'X-Hub-Signature',
		prefixed('sha256='),
		event,
		withId('X-Request-UUID', [['X-Event-Key', 'repo:push']]),
	),
	box: (order) => {
		const body = json({ id: order.id, trigger: 'FILE.UPLOADED' });
		return {
			headers: [
				['BOX-DELIVERY-TIMESTAMP', iso(order)],
				['BOX-SIGNATURE-PRIMARY', base64(order.secret, body + iso(order))],
			],
			body,
		};
	},
	calCom: ofBody('X-Cal-Signature-256', hex, ({ id }) =>
		json({ triggerEvent: 'BOOKING_CREATED', payload: { uid: id } }),
	),
	calendly: timed('Calendly-Webhook-Signature', (t, mac) => `t=${t},v1=${mac}`),
	circleCi: ofBody('circleci-signature', prefixed('v1=')),
	coinbase: ofBody('X-CC-Webhook-Signature', hex, (o) =>
		json({ id: 'outer', event: { id: o.id, type: 'charge:created' } }),
	),
	contentful,
	dId: inUrl(({ id }) => json({ id, status: 'done' })),
	daily: (order) => {
		const [body, time] = [event(order), seconds(order.at)];
		const key = Buffer.from(order.secret, 'base64');
		return {
			headers: [
				['X-Webhook-Timestamp', time],
				['X-Webhook-Signature', base64(key, `${time}.${body}`)],
			],
			body,
		};
	},
	discord: discord(({ id }) => json({ id, type: 2, data: { name: 'go' } })),
	discordEvents: discord(({ id }) =>
		json({ type: 1, event: { type: 'APPLICATION_AUTHORIZED', data: { id } } }),
	),
	docuSign: ofBody('X-DocuSign-Signature-2', base64, event, () => [
		['X-DocuSign-Signature-1', base64('another key', 'x')],
	]),
	dropbox: ofBody('X-Dropbox-Signature', hex, ({ id }) =>
		json({ list_folder: { accounts: [id] } }),
	),
	elevenLabs: timed('ElevenLabs-Signature', (t, mac) => `t=${t},v0=${mac}`),
	eventbrite: inUrl(
		({ id }) => json({ config: { action: 'order.placed' }, api_url: id }),
		withId('X-Eventbrite-Delivery'),
	),
	fal,
	firecrawl: ofBody('X-Firecrawl-Signature', prefixed('sha256=')),
	github: ofBody(
		'X-Hub-Signature-256',
		prefixed('sha256='),
		event,
		withId('X-GitHub-Delivery', [['X-GitHub-Event', 'push']]),
	),
	goCardless: ofBody('Webhook-Signature', hex, ({ id }) =>
		json({ events: [{ id, action: 'confirmed' }] }),
	),
	googlePubSub: ({ secret, keys, url, at, id }) => {
		const time = Math.floor(at / 1000);
		const claims = {
			iss: 'https://accounts.google.com',
			aud: url,
			email: secret,
			email_verified: true,
			iat: time,
			exp: time + 3600,
		};
		return {
			headers: [['Authorization', `Bearer ${jwt(claims, keys.rsa)}`]],
			body: json({ message: { messageId: id }, subscription: 's' }),
		};
	},
	heyGen: ofBody(
		'Heygen-Signature',
		hex,
		(o) => json({ event_type: 'avatar_video.success', event_data: {}, n: o.id }),
		withId('Heygen-Event-Id'),
	),
	hubSpot,
	intercom: ofBody('X-Hub-Signature', prefixed('sha1=', 'sha1')),
	jira: ofBody(
		'X-Hub-Signature',
		prefixed('sha256='),
		() => json({ webhookEvent: 'jira:issue_created' }),
		withId('X-Atlassian-Webhook-Identifier'),
	),
	kie: ({ secret, at, id }) => ({
		headers: [
			['X-Webhook-Timestamp', seconds(at)],
			['X-Webhook-Signature', base64(secret, `${id}.${seconds(at)}`)],
		],
		body: json({ data: { task_id: id, callbackType: 'complete' } }),
	}),
	lemonSqueezy: ofBody('X-Signature', hex, event, () => [['X-Event-Name', 'order_created']]),
	linear: ofBody(
		'Linear-Signature',
		hex,
		(o) => event(o, { webhookTimestamp: o.at }),
		withId('Linear-Delivery', [['Linear-Event', 'Issue']]),
	),
	mailgun: ({ secret, at, id }) => ({
		headers: [],
		body: json({
			signature: {
				timestamp: seconds(at),
				token: 'token-1',
				signature: hex(secret, `${seconds(at)}token-1`),
			},
			'event-data': { id, event: 'opened' },
		}),
	}),
	meta: ofBody('X-Hub-Signature-256', prefixed('sha256='), ({ id }) =>
		json({ object: 'page', entry: [{ id, changes: [{ field: 'feed' }] }] }),
	),
	microsoftGraph: ({ secret, id }) => ({
		headers: [],
		body: json({ value: [{ clientState: secret, changeType: 'created', resource: id }] }),
	}),
	mollie: ofBody('X-Mollie-Signature', prefixed('sha256='), event, () => [
		['X-Mollie-Signature', 'sha256=00'],
	]),
	monday: ({ secret, at, id }) => ({
		headers: [
			[
				'Authorization',
				jwt({ iat: Math.floor(at / 1000), exp: Math.floor(at / 1000) + 300 }, secret),
			],
		],
		body: json({ event: { type: 'create_pulse', triggerUuid: id } }),
	}),
	mux: timed('Mux-Signature', (t, mac) => `t=${t},v1=${mac}`),
	netlify: (order) => {
		const body = json({ id: order.id, state: 'ready' });
		return {
			headers: [
				['X-Webhook-Signature', jwt({ iss: 'netlify', sha256: sha256(body) }, order.secret)],
			],
			body,
		};
	},
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
