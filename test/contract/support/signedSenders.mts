import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { sign as octokitSign } from '@octokit/webhooks-methods';
import { createSigner, httpbis } from 'http-message-signatures';
import { AccessToken } from 'livekit-server-sdk';
import type { IDataObject } from 'n8n-workflow';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';

export type Headers = Array<[string, string]>;

/** What is to be signed. */
export interface Message {
	body: Buffer;
	id: string;
	type: string;
	/** ms */
	at: number;
	/** Text in place of the time, signed as it is. */
	timestamp?: string;
	url: string;
	secret?: string;
}

/** Somebody who delivers to the Signed Webhook Trigger: set up as a user would, signing as its library does. */
export interface SignedSender {
	name: string;
	parameters: IDataObject;
	credential: Record<string, string>;
	/** A body of its kind. */
	body(id: string, type: string): object;
	/** Signs with the sender's own library where it has one, with node:crypto where it has none. */
	sign(message: Message): Headers | Promise<Headers>;
	/** The header with the signature, and how it is written. */
	header: string;
	encoding?: 'hex' | 'base64' | 'base64url';
	/** Unit of the time that it sends as text; undefined where it sends none, or where a library writes it. */
	unit?: 's' | 'ms';
	/** Whether there is a replay window. */
	timed: boolean;
	/** Whether it signs the body at all. */
	signsBody: boolean;
	signsUrl?: boolean;
	/** Whether a secret is shared, and not a key pair used. */
	sharesSecret: boolean;
	/** Whether id and type stand in headers. */
	idInHeader?: boolean;
}

export const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';
export const WHSEC = `whsec_${Buffer.from(SECRET.slice(0, 24)).toString('base64')}`;
export const PAIR = generateKeyPairSync('ed25519');
const PEM = PAIR.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const WHPK = `whpk_${PAIR.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')}`;

const seconds = ({ at, timestamp }: Message) => timestamp ?? String(Math.floor(at / 1000));
const envelope = (id: string, type: string) => ({ id, type, data: { text: 'ü, 漢' } });
const byBody = { eventIdFrom: 'body', eventIdName: 'id' };

/** Their libraries write no odd times, and know the real clock only: then the same is done by hand. */
const mac = (key: string | Buffer, signed: string, body: Buffer, hash = 'sha256') =>
	createHmac(hash, key).update(signed).update(body).digest();

const standard = (prefix: 'webhook' | 'svix'): SignedSender => ({
	name: prefix === 'svix' ? 'Standard Webhooks, svix-*' : 'Standard Webhooks',
	parameters: { scheme: 'standardWebhooks' },
	credential: { secret: WHSEC },
	body: (_id, type) => ({ type, timestamp: '2026-01-02T03:04:05Z', data: { text: 'ü, 漢' } }),
	sign(message) {
		const { id, body, secret = WHSEC } = message;
		const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
		const isUsual = secret === WHSEC && message.timestamp === undefined && isText(body);
		const signature = isUsual
			? new Webhook(secret).sign(id, new Date(message.at), body.toString())
			: `v1,${mac(key, `${id}.${seconds(message)}.`, body).toString('base64')}`;
		return [
			[`${prefix}-id`, id],
			[`${prefix}-timestamp`, seconds(message)],
			[`${prefix}-signature`, signature],
		];
	},
	header: `${prefix}-signature`,
	encoding: 'base64',
	unit: 's',
	timed: true,
	signsBody: true,
	sharesSecret: true,
	idInHeader: true,
});

/** The library takes text and writes it as UTF-8. */
const isText = (body: Buffer) => Buffer.from(body.toString()).equals(body);

const messages = (kind: 'ed25519' | 'hmac-sha256'): SignedSender => ({
	name: `HTTP Message Signature, ${kind}`,
	parameters: { scheme: 'messageSignature', ...byBody },
	credential: kind === 'ed25519' ? { publicKey: PEM } : { secret: SECRET },
	body: envelope,
	async sign({ url, body, at, secret = SECRET }) {
		const digest = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`;
		const key = kind === 'ed25519' ? PAIR.privateKey : secret;
		const config = {
			key: createSigner(key, kind, 'key-1'),
			name: 'sig1',
			fields: ['@method', '@target-uri', 'content-digest'],
			params: ['created', 'keyid', 'alg'],
			paramValues: { created: new Date(at) },
		};
		const request = { method: 'POST', url, headers: { 'Content-Digest': digest } };
		const { headers } = await httpbis.signMessage(config, request);
		return Object.entries(headers).map(([name, value]) => [name, String(value)]);
	},
	header: 'Signature',
	timed: true,
	signsBody: true,
	signsUrl: true,
	sharesSecret: kind !== 'ed25519',
});

/** The fields of a scheme that uses all that can be said of one. */
export const CUSTOM_SCHEME = {
	scheme: 'custom',
	header: 'X-Sign',
	separator: ';',
	prefix: 'h1:',
	algorithm: 'sha512',
	encoding: 'base64url',
	content: '{method} {url} {id}|{timestamp}|{body}',
	timestampIn: 'signature',
	timestampPrefix: 'ts:',
	timestampUnit: 'ms',
	idHeader: 'X-Event',
};

export const signedSenders: SignedSender[] = [
	standard('webhook'),
	standard('svix'),
	{
		...standard('webhook'),
		name: 'Standard Webhooks, v1a',
		credential: { publicKey: WHPK },
		sign(message) {
			const signed = `${message.id}.${seconds(message)}.`;
			const bytes = Buffer.concat([Buffer.from(signed), message.body]);
			return [
				['webhook-id', message.id],
				['webhook-timestamp', seconds(message)],
				['webhook-signature', `v1a,${sign(null, bytes, PAIR.privateKey).toString('base64')}`],
			];
		},
		sharesSecret: false,
	},
	{
		name: 'Stripe',
		parameters: { scheme: 'stripe' },
		credential: { secret: WHSEC },
		body: envelope,
		sign(message) {
			const { body, secret = WHSEC } = message;
			const timestamp = seconds(message);
			const isUsual = message.timestamp === undefined && secret !== '' && isText(body);
			const header = isUsual
				? Stripe.webhooks.generateTestHeaderString({
						payload: body.toString(),
						secret,
						timestamp: Number(timestamp),
					})
				: `t=${timestamp},v1=${mac(secret, `${timestamp}.`, body).toString('hex')}`;
			return [['Stripe-Signature', header]];
		},
		header: 'Stripe-Signature',
		encoding: 'hex',
		unit: 's',
		timed: true,
		signsBody: true,
		sharesSecret: true,
	},
	{
		name: 'GitHub',
		parameters: { scheme: 'github' },
		credential: { secret: SECRET },
		body: () => ({ zen: 'Design for failure.', note: 'ü, 漢' }),
		async sign({ body, id, type, secret = SECRET }) {
			const signature =
				secret !== '' && body.length > 0 && isText(body)
					? await octokitSign(secret, body.toString())
					: `sha256=${mac(secret, '', body).toString('hex')}`;
			return [
				['X-GitHub-Event', type],
				['X-GitHub-Delivery', id],
				['X-Hub-Signature-256', signature],
			];
		},
		header: 'X-Hub-Signature-256',
		encoding: 'hex',
		timed: false,
		signsBody: true,
		sharesSecret: true,
		idInHeader: true,
	},
	{
		name: 'Slack',
		parameters: { scheme: 'slack' },
		credential: { secret: SECRET },
		body: (id, type) => ({ type: 'event_callback', event_id: id, event: { type, text: 'ü, 漢' } }),
		sign(message) {
			const { body, secret = SECRET } = message;
			const timestamp = seconds(message);
			return [
				['X-Slack-Request-Timestamp', timestamp],
				['X-Slack-Signature', `v0=${mac(secret, `v0:${timestamp}:`, body).toString('hex')}`],
			];
		},
		header: 'X-Slack-Signature',
		encoding: 'hex',
		unit: 's',
		timed: true,
		signsBody: true,
		sharesSecret: true,
	},
	{
		name: 'Shopify',
		parameters: { scheme: 'shopify' },
		credential: { secret: SECRET },
		body: () => ({ title: 'ü, 漢' }),
		sign: ({ body, id, type, secret = SECRET }) => [
			['X-Shopify-Event-Id', id],
			['X-Shopify-Topic', type],
			['X-Shopify-Hmac-SHA256', mac(secret, '', body).toString('base64')],
		],
		header: 'X-Shopify-Hmac-SHA256',
		encoding: 'base64',
		timed: false,
		signsBody: true,
		sharesSecret: true,
		idInHeader: true,
	},
	{
		name: 'Secret Header',
		parameters: { scheme: 'secretHeader', header: 'X-Token', ...byBody },
		credential: { secret: SECRET },
		body: envelope,
		sign: ({ secret = SECRET }) => [['X-Token', secret]],
		header: 'X-Token',
		timed: false,
		signsBody: false,
		sharesSecret: true,
	},
	{
		name: 'Body JWT',
		parameters: { scheme: 'bodyJwt', issuer: 'APIother, APIkey1' },
		credential: { secret: SECRET },
		body: (id, type) => ({ id, event: type, room: { name: 'ü, 漢' } }),
		async sign({ body, at, secret = SECRET }) {
			if (secret === '') return [['Authorization', 'e30.e30.']];
			const token = new AccessToken('APIkey1', secret, { ttl: '5m' });
			token.sha256 = createHash('sha256').update(body).digest('base64');
			// The library knows the real clock only.
			const drift = Math.floor((at - Date.now()) / 1000);
			return [['Authorization', drift === 0 ? await token.toJwt() : jwt(body, at, secret)]];
		},
		header: 'Authorization',
		timed: true,
		signsBody: true,
		sharesSecret: true,
	},
	messages('ed25519'),
	messages('hmac-sha256'),
	{
		name: 'Custom',
		parameters: CUSTOM_SCHEME,
		credential: { secret: SECRET },
		body: envelope,
		sign({ url, body, id, at, timestamp = String(at), secret = SECRET }) {
			const signature = mac(secret, `POST ${url} ${id}|${timestamp}|`, body, 'sha512');
			return [
				['X-Event', id],
				['X-Sign', `ts:${timestamp};h1:${signature.toString('base64url')}`],
			];
		},
		header: 'X-Sign',
		encoding: 'base64url',
		unit: 'ms',
		timed: true,
		signsBody: true,
		signsUrl: true,
		sharesSecret: true,
		idInHeader: true,
	},
];

function jwt(body: Buffer, at: number, secret: string): string {
	const time = Math.floor(at / 1000);
	const sha256 = createHash('sha256').update(body).digest('base64');
	const claims = { iss: 'APIkey1', nbf: time, exp: time + 300, sha256 };
	const [head, payload] = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
		Buffer.from(JSON.stringify(part)).toString('base64url'),
	);
	const signature = mac(secret, `${head}.${payload}`, Buffer.alloc(0)).toString('base64url');
	return `${head}.${payload}.${signature}`;
}
