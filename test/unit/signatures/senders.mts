import { createPublicKey, sign } from 'node:crypto';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import type { Keys, Scheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { livekit } from './livekitSender.mts';
import { messages } from './messageSender.mts';
import {
	BODY,
	bytesOf,
	mac,
	NOW,
	post,
	PRIVATE_KEY,
	SECRET,
	seconds,
	URL_OF_OURS,
	WHSEC,
} from './signing.mts';

/** What a test may have a sender do otherwise than it would. */
export interface Otherwise {
	/** Text in place of the time, signed as it is. */
	timestamp?: string;
	/** In place of the sender's own. */
	secret?: string;
	body?: Buffer;
	/** The URL it was given. */
	url?: string;
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
		send({ timestamp = String(NOW), secret = SECRET, body = BODY, url = URL_OF_OURS } = {}) {
			const signed = `POST ${url} evt-1|${timestamp}|`;
			const signature = mac(secret, signed, body, 'sha512').toString('base64url');
			return post(['X-Event', 'evt-1', 'X-Sign', `ts:${timestamp};h1:${signature}`], body, url);
		},
	},
];

export default senders;
