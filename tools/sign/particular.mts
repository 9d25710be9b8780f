import { sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { base64, hex, seconds, sha256 } from './bytes.mts';
import { json, type MakesBody } from './makers.mts';
import type { Order, Signed, Signer } from './signer.mts';

export const discord =
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

export function twilio({ secret, url, id }: Order): Signed {
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

export const ADYEN = [
	'pspReference',
	'originalReference',
	'merchantAccountCode',
	'merchantReference',
	'value',
	'currency',
	'eventCode',
	'success',
];

export function adyen({ secret, id }: Order): Signed {
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

export const SNS = [
	'Message',
	'MessageId',
	'Subject',
	'SubscribeURL',
	'Timestamp',
	'Token',
	'TopicArn',
	'Type',
];

export function awsSns({ secret, keys, at, id }: Order): Signed {
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

export function payPal({ secret, keys, at, id }: Order): Signed {
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

export function fal({ keys, at, id }: Order): Signed {
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

export function contentful(order: Order): Signed {
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

export const hubSpot: Signer = ({ secret, url, at, id }) => {
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
