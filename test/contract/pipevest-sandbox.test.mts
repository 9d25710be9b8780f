import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSigner, createVerifier, httpbis } from 'http-message-signatures';
import { startPipevest, type PipevestSandbox } from '../../tools/sandbox/pipevest/index.mts';
import { createReceiver } from './support/createReceiver.mts';

type Headers = Record<string, string>;
type Edit = (headers: Headers) => Headers;

let pipevest: PipevestSandbox;

beforeEach(async () => {
	pipevest = await startPipevest({ timeScale: 0.001 });
});
afterEach(async () => await pipevest.close());

const sha512 = (text: string) => createHash('sha512').update(text).digest('base64');
const FORM = 'application/x-www-form-urlencoded';

function contentOf(body: string, type: string): Headers {
	return {
		'content-digest': `sha-512=:${sha512(body)}:`,
		'content-length': String(Buffer.byteLength(body)),
		'content-type': type,
		'x-idempotency-key': 'key-1',
		'x-idempotency-id': 'key-1',
	};
}

const SIGNED = [
	...['authorization', 'content-digest', 'content-length', 'content-type', 'x-client-id'],
	...['x-idempotency-key', '@method', '@target-uri', '@path', '@query'],
];

interface Call {
	method?: string;
	path?: string;
	body?: string;
	type?: string;
	token?: string;
	/** Before signing. */
	before?: Edit;
	/** After signing. */
	after?: Edit;
	/** Left out of the signature. */
	open?: string;
	keyid?: string;
	age?: number;
}

/** Calls the sandbox as a client that signs with somebody else's library. */
async function call({ method = 'GET', path = '/webhooks', body, token, ...how }: Call) {
	const url = pipevest.baseUrl + path;
	const unsigned = {
		...(token && { authorization: `Bearer ${token}`, 'x-client-id': pipevest.clientId }),
		...(body !== undefined && contentOf(body, how.type ?? 'application/json')),
	};
	const given = how.before?.(unsigned) ?? unsigned;
	const fields = SIGNED.filter((name) => name.startsWith('@') || name in given);
	const created = new Date(Date.now() - (how.age ?? 0) * 1000);
	const { headers } = await httpbis.signMessage(
		{
			key: createSigner(pipevest.privateKey, 'ed25519', how.keyid ?? pipevest.keyId),
			name: 'sig1',
			fields: fields.filter((name) => name !== how.open),
			params: ['keyid', 'created', 'expires'],
			paramValues: { created, expires: new Date(created.getTime() + 100_000) },
		},
		{ method, url, headers: given },
	);
	const sent = how.after?.(headers) ?? headers;
	const answer = await fetch(url, { method, headers: sent, body });
	const text = await answer.text();
	return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
}

const credentials = () =>
	new URLSearchParams({
		clientId: pipevest.clientId,
		clientSecret: pipevest.clientSecret,
	}).toString();

async function token(path = '/oauth/token') {
	const { json } = await call({ method: 'POST', path, body: credentials(), type: FORM });
	return String(json.token ?? json.data.accessToken);
}

describe('tokens', () => {
	it.each([
		['/oauth/token', 200, { tokenType: 'Bearer', expiresIn: 3600, scope: ['READ', 'WRITE'] }],
		['/auth', 201, { code: 201, data: { type: 'Bearer', expiresIn: 3600 } }],
	])('come from %s in the shape of its generation', async (path, status, shape) => {
		const body = credentials();
		const given = await call({ method: 'POST', path, body, type: FORM });
		expect(given).toMatchObject({ status, json: shape });
		expect((await call({ token: await token(path) })).status).toBe(404);
	});

	it('are not given for another secret, and end', async () => {
		const body = `clientId=${pipevest.clientId}&clientSecret=no`;
		const call401 = await call({ method: 'POST', path: '/oauth/token', body, type: FORM });
		expect(call401.status).toBe(401);
		const given = await token();
		pipevest.expireTokens();
		expect((await call({ token: given })).status).toBe(401);
		pipevest.configure({ tokenSeconds: 0 });
		expect((await call({ token: await token() })).status).toBe(401);
	});
});

describe('a signature', () => {
	const BODY = '{"name":"x"}';
	const refusals: Array<[string, Call]> = [
		['without Signature', { after: ({ Signature: _, ...others }) => others }],
		['without Signature-Input', { after: ({ 'Signature-Input': _, ...others }) => others }],
		['of another key ID', { keyid: 'other' }],
		['out of date', { age: 200 }],
		['from the future', { age: -200 }],
		['with another idempotency key', { after: (all) => ({ ...all, 'x-idempotency-key': '2' }) }],
		['with two idempotency keys', { before: (all) => ({ ...all, 'x-idempotency-id': '2' }) }],
		['with another client', { after: (all) => ({ ...all, 'x-client-id': '2' }) }],
		['with another token', { after: (all) => ({ ...all, authorization: 'Bearer 2' }) }],
		['with another type', { after: (all) => ({ ...all, 'content-type': 'text/plain' }) }],
		[
			'of another body',
			{ before: (all) => ({ ...all, 'content-digest': `sha-512=:${sha512('{}')}:` }) },
		],
		...SIGNED.filter((name) => name !== '@query').map((open): [string, Call] => [
			`that leaves out ${open}`,
			{ open },
		]),
	];

	it.each(refusals)('%s is 401', async (_what, how) => {
		const own = { method: 'POST', path: '/customers', body: BODY, token: await token() };
		expect((await call({ ...own, ...how })).status).toBe(401);
		expect((await call(own)).status).toBe(201);
	});

	it('has to cover the query of a GET', async () => {
		const own = { path: '/customers?a=1', token: await token() };
		expect((await call({ ...own, open: '@query' })).status).toBe(401);
		expect((await call(own)).status).toBe(200);
	});

	it("in Pipevest's dialect is read as its documents show it", async () => {
		const given = await token();
		const { clientId, keyId, baseUrl, url } = pipevest;
		const created = Math.floor(Date.now() / 1000);
		const parameters = `("Authorization" "X-Client-Id" "@method" "@target-uri" "@path" "@query");keyid="${keyId}";created=${created};expires=${created + 100}`;
		const base = [
			`"Authorization": Bearer ${given}`,
			`"X-Client-Id": ${clientId}`,
			'"@method": GET',
			`"@target-uri": ${url}`,
			'"@path": /v1/customers',
			'"@query": ?sort=ASC',
			`"@signature-params": ${parameters}`,
		].join('\n');
		const hash = createHash('sha512').update(base).digest();
		const signature = sign(null, hash, createPrivateKey(pipevest.privateKey)).toString('base64');
		const headers = {
			Authorization: `Bearer ${given}`,
			'X-Client-Id': clientId,
			'Signature-Input': `sig1=${parameters}`,
			Signature: `sig1=:${signature}:`,
		};
		const ask = async (query: string) =>
			(await fetch(`${baseUrl}/customers?${query}`, { headers })).status;
		expect([await ask('sort=ASC'), await ask('sort=DESC')]).toEqual([200, 401]);
		pipevest.configure({ accepts: 'rfc9421' });
		expect(await ask('sort=ASC')).toBe(401);
	});
});

describe('the webhook', () => {
	const write = async (method: string, body: unknown) =>
		await call({ method, body: JSON.stringify(body), token: await token() });
	const URL_OF_OURS = 'https://a.example/hook';

	it('is one: created once, replaced by PUT, with a subscription nobody asked for', async () => {
		expect((await write('PUT', { url: URL_OF_OURS, subscriptions: ['ALL'] })).status).toBe(404);
		const created = await write('POST', { url: URL_OF_OURS, subscriptions: ['ACCOUNT'] });
		expect(created).toMatchObject({
			status: 201,
			json: { data: { subscriptions: ['ACCOUNT', 'WEBHOOK.CREATED'], status: 'ACTIVE' } },
		});
		expect((await write('POST', { url: URL_OF_OURS, subscriptions: ['ALL'] })).status).toBe(409);
		const replaced = await write('PUT', { url: URL_OF_OURS, subscriptions: ['ASSET'] });
		expect(replaced.json.data.subscriptions).toEqual(['ASSET']);
	});

	it.each([
		{},
		{ url: URL_OF_OURS },
		{ url: URL_OF_OURS, subscriptions: [] },
		{ url: URL_OF_OURS, subscriptions: ['account'] },
		{ url: 'ftp://a.example', subscriptions: ['ALL'] },
		{ url: 'a', subscriptions: ['ALL'] },
	])('is not %j', async (body) => {
		expect((await write('POST', body)).status).toBe(400);
	});

	it.each(['pipevest', 'rfc9421'] as const)('is delivered to, signed as %s', async (signs) => {
		const receiver = await createReceiver([500]);
		pipevest.configure({ signs });
		await write('POST', { url: receiver.url, subscriptions: ['ACCOUNT'] });
		await new Promise((resolve) => setTimeout(resolve, 20));
		await pipevest.idle();
		const { json } = await call({ path: '/webhooks/key', token: await token() });
		await receiver.close();

		expect(receiver.received.map(({ body }) => JSON.parse(body).event)).toEqual([
			...['WEBHOOK.CREATED', 'WEBHOOK.CREATED'],
		]);
		const [first, second] = receiver.received;
		expect(second?.body).toBe(first?.body);
		expect(await verified(json.data.key, signs, receiver.url, first?.headers as Headers)).toBe(
			true,
		);
	});

	it('is told what it subscribes to only', () => {
		pipevest.setWebhook({ url: URL_OF_OURS, subscriptions: ['ACCOUNT', 'ASSET.CREATED'] });
		const told = ['ACCOUNT.UPDATED', 'ASSET.CREATED', 'ASSET.UPDATED', 'AUTH.CREATED'].map(
			(event) => pipevest.sendEvent({ event }) !== null,
		);
		expect(told).toEqual([true, true, false, false]);
		pipevest.setWebhook({ url: URL_OF_OURS, status: 'DEACTIVED' });
		expect(pipevest.sendEvent({ event: 'ACCOUNT.UPDATED' })).toBeNull();
	});
});

/** Reads the OpenSSH line by hand and lets somebody else's library check the delivery with it. */
async function verified(line: string, signs: string, url: string, headers: Headers) {
	const [, blob = ''] = line.split(' ');
	const x = Buffer.from(blob, 'base64').subarray(-32).toString('base64url');
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
	const pem = key.export({ format: 'pem', type: 'spki' });
	const hashed = async (data: Buffer, signature: Buffer) =>
		verify(null, createHash('sha512').update(data).digest(), key, signature);
	const isRfc = signs === 'rfc9421';
	return await httpbis.verifyMessage(
		{
			keyLookup: async () => ({ verify: isRfc ? createVerifier(pem, 'ed25519') : hashed }),
			componentParser: (name) => (!isRfc && name === '@target-uri' ? [new URL(url).origin] : null),
		},
		{ method: 'POST', url, headers },
	);
}
