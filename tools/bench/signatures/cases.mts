import { createHmac } from 'node:crypto';
import { schemes } from '../../../test/support/schemes.mts';
import type { Scheme } from '../../../dist/lib/signatures/scheme.js';
import { customScheme } from '../../../dist/nodes/SignedWebhook/customScheme.js';
import { keyNamed, opensshLine } from '../../sandbox/pipevest/keys.mts';
import { signDelivery } from '../../sandbox/pipevest/signatures/signDelivery.mts';
import { SECRET, signedSenders } from '../../../test/contract/support/signedSenders.mts';
import type { Work } from '../measure/microseconds.mts';
import { ADDRESS, messageOf, type Message } from './message.mts';
import { raw } from './raw.mts';

/** One way to sign a delivery. */
export interface Case {
	name: string;
	message(body: Buffer): Promise<Message>;
	raw(body: Buffer): Work;
}

const SECONDS = '1700000000.';
const ID = `evt_1.${SECONDS}`;
const MOMENT = { id: 'evt_1', type: 'job.completed', url: ADDRESS };

/** Signed as the sender of that name does, by its own library where it has one. */
function ofSender(name: string, scheme: Scheme, least: Case['raw'], label = name): Case {
	const sender = signedSenders.find((one) => one.name === name);
	if (!sender) throw new Error(`There is no sender "${name}"`);
	const { secret = '', publicKey = '' } = sender.credential;
	const keys = { secrets: [secret], publicKeys: [publicKey], issuers: ['APIkey1'] };
	return {
		name: label,
		async message(body) {
			const now = Date.now();
			const signed = await sender.sign({ ...MOMENT, body, at: now });
			return messageOf({ scheme, keys, signed, body, now });
		},
		raw: least,
	};
}

const hex = (signed: string, body: Buffer) =>
	createHmac('sha256', SECRET).update(signed).update(body).digest('hex');

const pi: Case = {
	name: 'Pi',
	async message(body) {
		const signed: Array<[string, string]> = [['X-Pi-Signature', `sha256=${hex('', body)}`]];
		const now = Date.now();
		return messageOf({ scheme: schemes.pi, keys: { secrets: [SECRET] }, signed, body, now });
	},
	raw: (body) => raw.mac(body, ''),
};

const pipai: Case = {
	name: 'PipAI',
	async message(body) {
		const now = Date.now();
		const signed: Array<[string, string]> = [
			['X-PipAI-Timestamp', String(now)],
			['X-PipAI-Signature', hex(`${now}.`, body)],
		];
		return messageOf({ scheme: schemes.pipai, keys: { secrets: [SECRET] }, signed, body, now });
	},
	raw: (body) => raw.mac(body, SECONDS),
};

const pipevest: Case = {
	name: 'Pipevest',
	async message(body) {
		const now = Date.now();
		const key = keyNamed('bench');
		const order = { url: ADDRESS, body: body.toString(), key, dialect: 'pipevest', now } as const;
		const { 'Content-Length': _, 'Content-Type': __, ...headers } = signDelivery(order);
		const keys = { secrets: [], publicKeys: [opensshLine(key, 'bench')] };
		const signed = Object.entries(headers);
		return messageOf({ scheme: schemes.pipevest, keys, signed, body, now });
	},
	raw: (body) => raw.digestAndSeal(body),
};

const custom = signedSenders.find(({ name }) => name === 'Custom')?.parameters ?? {};

/** Every scheme that a trigger knows. */
export const cases: Case[] = [
	ofSender('Standard Webhooks', schemes.standardWebhooks, (body) => raw.mac(body, ID)),
	ofSender('Standard Webhooks, v1a', schemes.standardWebhooks, (body) => raw.seal(body, ID)),
	ofSender('Stripe', schemes.stripe, (body) => raw.mac(body, SECONDS)),
	ofSender('GitHub', schemes.github, (body) => raw.mac(body, '')),
	ofSender('Slack', schemes.slack, (body) => raw.mac(body, `v0:${SECONDS}`)),
	ofSender('Shopify', schemes.shopify, (body) => raw.mac(body, '')),
	ofSender(
		'Custom',
		customScheme((name, fallback) => custom[name] ?? fallback),
		(body) => raw.mac(body, `POST ${ADDRESS} ${ID}`, 'sha512'),
		'Custom (SHA-512)',
	),
	pi,
	pipai,
	ofSender('Body JWT', schemes.livekit, (body) => raw.digestAndMac(body, 'sha256'), 'LiveKit'),
	pipevest,
	ofSender('HTTP Message Signature, ed25519', schemes.rfc9421Ed25519, (body) =>
		raw.digestAndSeal(body),
	),
	ofSender('HTTP Message Signature, hmac-sha256', schemes.rfc9421Hmac, (body) =>
		raw.digestAndMac(body, 'sha512'),
	),
];

/** PiAPI's way: nothing is computed, two texts are compared. */
export const secretHeader = ofSender(
	'Secret Header',
	schemes.secretHeader('X-Token'),
	() => raw.equal(),
	'Secret header, PiAPI',
);

export function caseOf(name: string): Case {
	const found = cases.find((one) => one.name === name);
	if (!found) throw new Error(`There is no scheme "${name}"`);
	return found;
}
