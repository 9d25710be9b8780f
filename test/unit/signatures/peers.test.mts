import { createHash, createPublicKey, sign as signWith, verify as verifyWith } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as octokit from '@octokit/webhooks-methods';
import { createSigner, createVerifier, httpbis, type SignConfig } from 'http-message-signatures';
import { AccessToken, WebhookReceiver } from 'livekit-server-sdk';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { contentDigest } from '../../../dist/lib/signatures/messageSignature/contentDigest.js';
import { pipevest, rfc9421 } from '../../../dist/lib/signatures/messageSignature/dialects.js';
import { signMessage } from '../../../dist/lib/signatures/messageSignature/signMessage.js';
import type { Keys, Scheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { BODY, PRIVATE_KEY, PUBLIC_KEY, token, URL_OF_OURS } from './signing.mts';

const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';
const TEXT = BODY.toString();
const check = (scheme: Scheme, keys: Keys, headers: Record<string, unknown>, body = BODY) =>
	verify(
		scheme,
		keys,
		{
			method: 'POST',
			url: URL_OF_OURS,
			rawHeaders: Object.entries(headers).flatMap(([name, value]) => [name, String(value)]),
			body,
		},
		{ now: Date.now(), tolerance: 300 },
	);
const altered = Buffer.from(TEXT.replace('evt_1', 'evt_2'));

describe("what the schemes' own libraries sign", () => {
	const expectOursOnly = (scheme: Scheme, keys: Keys, headers: Record<string, unknown>) => {
		expect(check(scheme, keys, headers)).toMatchObject({ authentic: true });
		expect(check(scheme, keys, headers, altered)).toMatchObject({ authentic: false });
		expect(check(scheme, { ...keys, secrets: ['other'] }, headers)).toMatchObject({
			authentic: false,
		});
	};

	it('standardwebhooks', () => {
		const secret = `whsec_${Buffer.from(SECRET).toString('base64')}`;
		const at = new Date();
		const signature = new Webhook(secret).sign('msg_1', at, TEXT);
		const headers = {
			'webhook-id': 'msg_1',
			'webhook-timestamp': Math.floor(at.getTime() / 1000),
			'webhook-signature': signature,
		};
		expectOursOnly(schemes.standardWebhooks, { secrets: [secret] }, headers);
	});

	it('stripe', () => {
		const header = Stripe.webhooks.generateTestHeaderString({ payload: TEXT, secret: 'whsec_1' });
		expectOursOnly(schemes.stripe, { secrets: ['whsec_1'] }, { 'Stripe-Signature': header });
	});

	it('@octokit/webhooks-methods', async () => {
		const signature = await octokit.sign(SECRET, TEXT);
		expectOursOnly(schemes.github, { secrets: [SECRET] }, { 'X-Hub-Signature-256': signature });
	});

	it('livekit-server-sdk', async () => {
		const made = new AccessToken('APIkey1', SECRET, { ttl: '5m' });
		made.sha256 = createHash('sha256').update(BODY).digest('base64');
		const keys = { secrets: [SECRET], issuers: ['APIkey1'] };
		expectOursOnly(schemes.livekit, keys, { Authorization: await made.toJwt() });
		expect(
			check(
				schemes.livekit,
				{ ...keys, issuers: ['APIkey2'] },
				{ Authorization: await made.toJwt() },
			).authentic,
		).toBe(false);
	});

	it('livekit-server-sdk believes the tokens that these tests sign', async () => {
		const at = Math.floor(Date.now() / 1000);
		const body = '{"event":"room_started","id":"EV_1"}';
		const sha256 = createHash('sha256').update(body).digest('base64');
		const authorization = token({ iss: 'APIkey1', nbf: at, exp: at + 300, sha256 }, SECRET);
		const event = await new WebhookReceiver('APIkey1', SECRET).receive(body, authorization);
		expect(event.id).toBe('EV_1');
		expect(
			check(
				schemes.livekit,
				{ secrets: [SECRET], issuers: ['APIkey1'] },
				{ Authorization: authorization },
				Buffer.from(body),
			).authentic,
		).toBe(true);
	});
});

describe('http-message-signatures', () => {
	const HEADERS = {
		'Content-Digest': contentDigest(BODY),
		'Content-Length': String(BODY.length),
		'Content-Type': 'application/json',
		'X-Client-Id': '123456',
	};
	const fields = [
		'@method',
		'@target-uri',
		'@authority',
		'@scheme',
		'@request-target',
		'@path',
		'@query',
	];
	const lower = [...Object.keys(HEADERS).map((name) => name.toLowerCase()), ...fields];
	const request = { method: 'POST', url: URL_OF_OURS, headers: HEADERS };
	const urls = [URL_OF_OURS, `${URL_OF_OURS}?a=1&b=%20`, 'https://n8n.example:8443/'];
	const ed25519: SignConfig = {
		key: createSigner(PRIVATE_KEY, 'ed25519', 'key-1'),
		fields: lower,
		name: 'sig1',
	};
	const originOnly: SignConfig['componentParser'] = (name) =>
		name === '@target-uri' ? [new URL(URL_OF_OURS).origin] : null;

	it.each(urls)('signs for %s what we accept with a public key', async (url) => {
		const { headers } = await httpbis.signMessage(ed25519, { ...request, url });
		const rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
		const delivery = { method: 'POST', url, rawHeaders, body: BODY };
		const keys = { secrets: [], publicKeys: [PUBLIC_KEY] };
		const window = { now: Date.now(), tolerance: 300 };
		expect(verify(schemes.rfc9421Ed25519, keys, delivery, window)).toMatchObject({
			authentic: true,
		});
		const other = { ...delivery, url: `${url}x` };
		expect(verify(schemes.rfc9421Ed25519, keys, other, window)).toMatchObject({ authentic: false });
	});

	it('signs what we accept with a secret', async () => {
		const key = createSigner(SECRET, 'hmac-sha256', 'key-1');
		const { headers } = await httpbis.signMessage({ ...ed25519, key }, request);
		expect(check(schemes.rfc9421Hmac, { secrets: [SECRET] }, headers).authentic).toBe(true);
		expect(check(schemes.rfc9421Hmac, { secrets: ['other'] }, headers).authentic).toBe(false);
	});

	it("signs in Pipevest's dialect what we accept from Pipevest only", async () => {
		const key: SignConfig['key'] = {
			id: 'key-1',
			sign: async (data) => signWith(null, createHash('sha512').update(data).digest(), PRIVATE_KEY),
		};
		const dialect = {
			...ed25519,
			key,
			fields: [...Object.keys(HEADERS), '@method', '@target-uri', '@path', '@query'],
			componentParser: originOnly,
		};
		const { headers } = await httpbis.signMessage(dialect, request);
		const keys = { secrets: [], publicKeys: [PUBLIC_KEY] };
		expect(check(schemes.pipevest, keys, headers).authentic).toBe(true);
		expect(check(schemes.rfc9421Ed25519, keys, headers).authentic).toBe(false);
	});

	const at = Math.floor(Date.now() / 1000);
	const parameters = { created: at, expires: at + 100, keyid: 'key-1', nonce: 'n"1\\' };

	it.each(urls)('accepts what we sign for %s', async (url) => {
		const message = { ...request, url };
		const signing = { key: PRIVATE_KEY, components: lower, parameters, dialect: rfc9421 };
		const { value } = signMessage(message, signing);
		const config = {
			keyLookup: async () => ({ verify: createVerifier(PUBLIC_KEY, 'ed25519') }),
			requiredFields: lower,
		};
		const headers = { ...HEADERS, ...value };
		expect(await httpbis.verifyMessage(config, { ...message, headers })).toBe(true);
		const forged = { ...message, headers: { ...headers, 'X-Client-Id': '123457' } };
		expect(await httpbis.verifyMessage(config, forged)).toBe(false);
	});

	it("accepts what we sign in Pipevest's dialect, told of its ways", async () => {
		const components = [...Object.keys(HEADERS), '@method', '@target-uri', '@path', '@query'];
		const { value } = signMessage(request, {
			key: PRIVATE_KEY,
			components,
			parameters,
			dialect: pipevest,
		});
		const publicKey = createPublicKey(PUBLIC_KEY);
		const config = {
			keyLookup: async () => ({
				verify: async (data: Buffer, signature: Buffer) =>
					verifyWith(null, createHash('sha512').update(data).digest(), publicKey, signature),
			}),
			componentParser: originOnly,
			requiredFields: components,
		};
		const headers = { ...HEADERS, ...value };
		expect(await httpbis.verifyMessage(config, { ...request, headers })).toBe(true);
		const forged = { ...request, method: 'PUT', headers };
		expect(await httpbis.verifyMessage(config, forged)).toBe(false);
	});
});
