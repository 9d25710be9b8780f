import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Delivery } from '../../../dist/delivery/delivery.js';
import type { Keys, Scheme } from '../../../dist/delivery/signatures/scheme.js';
import { schemes } from '../../../dist/delivery/signatures/schemes.js';

/** What a test may have a sender do otherwise than it would. */
export interface Otherwise {
	/** Text in place of the time, signed as it is. */
	timestamp?: string;
	/** In place of the sender's own. */
	secret?: string;
	body?: Buffer;
}

/** A sender of deliveries, made of node:crypto alone and without a look at the scheme's data. */
export interface Sender {
	name: string;
	scheme: Scheme;
	keys: Keys;
	/** Whether it is a secret of ours that it signs with, and not a key pair of its own. */
	sharesSecret: boolean;
	/** Unit of the time it sends as text. */
	unit?: 's' | 'ms';
	/** Headers that a forger would change. */
	headers: string[];
	/** Whether its signature is hex, with two ways to write a digit. */
	hex?: boolean;
	/** Where one header holds several parts: what stands between them. */
	separator?: string;
	signsUrl?: boolean;
	send(otherwise?: Otherwise): Delivery;
}

/** ms; the moment at which every sender signs. */
export const NOW = 1_761_739_200_000;
export const URL_OF_OURS = 'https://n8n.example/webhook/7c1d/hook';
export const BODY = Buffer.from('{"id":"evt_1","type":"job.completed","data":{"text":"ü, 漢"}}');

const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';
const WHSEC = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;
/** Appendix B.1.4 of RFC 9421. */
export const PRIVATE_KEY = createPrivateKey(
	'-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----',
);
export const PUBLIC_KEY = createPublicKey(PRIVATE_KEY)
	.export({ type: 'spki', format: 'pem' })
	.toString();

const seconds = String(NOW / 1000);

const mac = (key: string | Buffer, signed: string, body: Buffer, hash = 'sha256') =>
	createHmac(hash, key).update(signed).update(body).digest();

const bytesOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

function post(rawHeaders: string[], body: Buffer): Delivery {
	const common = ['Host', 'n8n.example', 'Content-Type', 'application/json'];
	return { method: 'POST', url: URL_OF_OURS, rawHeaders: [...common, ...rawHeaders], body };
}

function standard(prefix: 'webhook' | 'svix'): Sender {
	const headers = ['id', 'timestamp', 'signature'].map((name) => `${prefix}-${name}`);
	return {
		name: prefix === 'svix' ? 'Standard Webhooks, svix-*' : 'Standard Webhooks',
		scheme: schemes.standardWebhooks,
		keys: { secrets: [WHSEC] },
		sharesSecret: true,
		unit: 's',
		headers,
		separator: ' ',
		send({ timestamp = seconds, secret = WHSEC, body = BODY } = {}) {
			const signature = mac(bytesOf(secret), `msg_1.${timestamp}.`, body).toString('base64');
			const values = ['msg_1', timestamp, `v1,${signature}`];
			return post(
				headers.flatMap((name, at) => [name, values[at]]),
				body,
			);
		},
	};
}

function macOfBody(
	name: string,
	scheme: Scheme,
	header: string,
	prefix: string,
	encoding: 'hex' | 'base64',
): Sender {
	return {
		name,
		scheme,
		keys: { secrets: [SECRET] },
		sharesSecret: true,
		headers: [header],
		hex: encoding === 'hex',
		send: ({ secret = SECRET, body = BODY } = {}) =>
			post([header, prefix + mac(secret, '', body).toString(encoding)], body),
	};
}

function messages(name: string, scheme: Scheme, way: 'ed25519' | 'hmac' | 'pipevest'): Sender {
	const written = way === 'pipevest' ? 'Content-Digest' : 'content-digest';
	return {
		name,
		scheme,
		keys: way === 'hmac' ? { secrets: [SECRET] } : { secrets: [], publicKeys: [PUBLIC_KEY] },
		sharesSecret: way === 'hmac',
		unit: 's',
		headers: ['Content-Digest', 'Signature-Input', 'Signature'],
		separator: ',',
		signsUrl: true,
		send({ timestamp = seconds, secret = SECRET, body = BODY } = {}) {
			const digest = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`;
			const target = way === 'pipevest' ? 'https://n8n.example' : URL_OF_OURS;
			const parameters = `("${written}" "@method" "@target-uri" "@path");created=${timestamp};keyid="key-1"`;
			const base = [
				`"${written}": ${digest}`,
				'"@method": POST',
				`"@target-uri": ${target}`,
				'"@path": /webhook/7c1d/hook',
				`"@signature-params": ${parameters}`,
			].join('\n');
			const signed =
				way === 'pipevest' ? createHash('sha512').update(base).digest() : Buffer.from(base);
			const signature = way === 'hmac' ? mac(secret, '', signed) : sign(null, signed, PRIVATE_KEY);
			return post(
				[
					...['Content-Digest', digest, 'Signature-Input', `sig1=${parameters}`],
					...['Signature', `sig1=:${signature.toString('base64')}:`],
				],
				body,
			);
		},
	};
}

/** A JWT of the claims, signed with HS256 whatever its header says. */
export function token(claims: object, secret: string, header: object = { alg: 'HS256' }): string {
	const [head, payload] = [header, claims].map((part) =>
		Buffer.from(JSON.stringify(part)).toString('base64url'),
	);
	const signature = mac(secret, `${head}.${payload}`, Buffer.alloc(0)).toString('base64url');
	return `${head}.${payload}.${signature}`;
}

export const LIVEKIT_KEYS: Keys = { secrets: [SECRET], issuers: ['APIkey1'] };

/** Claims as LiveKit makes them for a body. */
export function livekitClaims(body: Buffer): Record<string, unknown> {
	const at = NOW / 1000;
	const sha256 = createHash('sha256').update(body).digest('base64');
	return { iss: 'APIkey1', nbf: at, exp: at + 300, sha256 };
}

const livekit: Sender = {
	name: 'LiveKit',
	scheme: schemes.livekit,
	keys: LIVEKIT_KEYS,
	sharesSecret: true,
	headers: ['Authorization'],
	send: ({ secret = SECRET, body = BODY } = {}) =>
		post(['Authorization', token(livekitClaims(body), secret)], body),
};

const CUSTOM: Scheme = {
	kind: 'hmac',
	signature: { headers: ['X-Sign'], separator: ';', prefix: 'h1:' },
	algorithm: 'sha512',
	encoding: 'base64url',
	content: '{method} {url} {id}|{timestamp}|{body}',
	timestamp: { prefix: 'ts:', unit: 'ms' },
	id: { headers: ['X-Event'] },
	secret: { encoding: 'utf8' },
};

const senders: Sender[] = [
	{
		name: 'secret header',
		scheme: schemes.secretHeader('x-webhook-secret'),
		keys: { secrets: [SECRET] },
		sharesSecret: true,
		headers: ['x-webhook-secret'],
		send: ({ secret = SECRET, body = BODY } = {}) => post(['x-webhook-secret', secret], body),
	},
	standard('webhook'),
	standard('svix'),
	{
		...standard('webhook'),
		name: 'Standard Webhooks, v1a',
		keys: {
			secrets: [],
			publicKeys: [
				`whpk_${createPublicKey(PRIVATE_KEY).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')}`,
			],
		},
		sharesSecret: false,
		send({ timestamp = seconds, body = BODY } = {}) {
			const signed = Buffer.concat([Buffer.from(`msg_1.${timestamp}.`), body]);
			const signature = sign(null, signed, PRIVATE_KEY).toString('base64');
			return post(
				[
					'webhook-id',
					'msg_1',
					'webhook-timestamp',
					timestamp,
					'webhook-signature',
					`v1a,${signature}`,
				],
				body,
			);
		},
	},
	{
		name: 'Stripe',
		scheme: schemes.stripe,
		keys: { secrets: ['whsec_test'] },
		sharesSecret: true,
		unit: 's',
		headers: ['Stripe-Signature'],
		hex: true,
		separator: ',',
		send({ timestamp = seconds, secret = 'whsec_test', body = BODY } = {}) {
			const signature = mac(secret, `${timestamp}.`, body).toString('hex');
			return post(['Stripe-Signature', `t=${timestamp},v1=${signature}`], body);
		},
	},
	{
		name: 'Slack',
		scheme: schemes.slack,
		keys: { secrets: [SECRET] },
		sharesSecret: true,
		unit: 's',
		headers: ['X-Slack-Signature', 'X-Slack-Request-Timestamp'],
		hex: true,
		send({ timestamp = seconds, secret = SECRET, body = BODY } = {}) {
			const signature = `v0=${mac(secret, `v0:${timestamp}:`, body).toString('hex')}`;
			return post(['X-Slack-Signature', signature, 'X-Slack-Request-Timestamp', timestamp], body);
		},
	},
	macOfBody('GitHub', schemes.github, 'X-Hub-Signature-256', 'sha256=', 'hex'),
	macOfBody('Shopify', schemes.shopify, 'X-Shopify-Hmac-SHA256', '', 'base64'),
	macOfBody('Pi', schemes.pi, 'X-Pi-Signature', 'sha256=', 'hex'),
	{
		name: 'PipAI',
		scheme: schemes.pipai,
		keys: { secrets: [SECRET] },
		sharesSecret: true,
		unit: 'ms',
		headers: ['X-PipAI-Signature', 'X-PipAI-Timestamp'],
		hex: true,
		send({ timestamp = String(NOW), secret = SECRET, body = BODY } = {}) {
			const signature = mac(secret, `${timestamp}.`, body).toString('hex');
			return post(['X-PipAI-Signature', signature, 'X-PipAI-Timestamp', timestamp], body);
		},
	},
	livekit,
	messages('RFC 9421, ed25519', schemes.rfc9421Ed25519, 'ed25519'),
	messages('RFC 9421, HMAC', schemes.rfc9421Hmac, 'hmac'),
	messages('Pipevest, as the RFC', schemes.pipevest, 'ed25519'),
	messages('Pipevest, in its dialect', schemes.pipevest, 'pipevest'),
	{
		name: 'custom',
		scheme: CUSTOM,
		keys: { secrets: [SECRET] },
		sharesSecret: true,
		unit: 'ms',
		headers: ['X-Sign', 'X-Event'],
		separator: ';',
		signsUrl: true,
		send({ timestamp = String(NOW), secret = SECRET, body = BODY } = {}) {
			const signed = `POST ${URL_OF_OURS} evt-1|${timestamp}|`;
			const signature = mac(secret, signed, body, 'sha512').toString('base64url');
			return post(['X-Event', 'evt-1', 'X-Sign', `ts:${timestamp};h1:${signature}`], body);
		},
	},
];

export default senders;

/** The delivery with the values of one header changed: each may become none, one or several. */
export function withHeader(
	delivery: Delivery,
	name: string,
	change: (value: string) => string[],
): Delivery {
	const rawHeaders: string[] = [];
	for (let at = 0; at < delivery.rawHeaders.length; at += 2) {
		const [key, value] = delivery.rawHeaders.slice(at, at + 2);
		const values = key.toLowerCase() === name.toLowerCase() ? change(value) : [value];
		rawHeaders.push(...values.flatMap((one) => [key, one]));
	}
	return { ...delivery, rawHeaders };
}
