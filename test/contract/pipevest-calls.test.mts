import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { openPipevestHost, type PipevestHost } from './support/pipevestHost.mts';

let sandbox: Sandbox;
let host: PipevestHost;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pipevest'], timeScale: 0.01 });
});
afterEach(async () => {
	await host.close();
	sandbox.pipevest.reset();
});
afterAll(async () => await sandbox.close());

const open = async (credential: IDataObject = {}, parameters: IDataObject = {}) => {
	host = await openPipevestHost(sandbox.pipevest, 'pipevest', { credential, parameters });
	return host;
};
const custom = (method: string, path: string, more: IDataObject = {}) => ({
	...{ resource: 'custom', operation: 'call', method, path },
	...more,
});
const GET = { resource: 'webhook', operation: 'get' };
const tokens = () => sandbox.pipevest.requests({ method: 'POST', path: '/oauth/token' });
const statuses = (path: string) =>
	sandbox.pipevest.requests({ path }).map(({ method, status }) => `${method} ${status}`);

describe.each(['pipevest', 'rfc9421'] as const)('signed as %s', (signingDialect) => {
	it.each<[string, string, IDataObject]>([
		['GET', '/customers', {}],
		['GET', '/customers', { query: '{"sort":"ASC","name":"a b&c=d+é","ids":["1","2"]}' }],
		['GET', '/customers?page=2&sort=%20', {}],
		['POST', '/customers', { body: '{"name":"Zoë 🎈","big":"x"}' }],
		['POST', 'customers', { body: '{}', query: '{"notify":true}' }],
	])('%s %s %o is accepted', async (method, path, more) => {
		sandbox.pipevest.configure({ accepts: signingDialect });
		await open({ signingDialect });
		const items = await host.call(custom(method, path, more));
		expect(sandbox.pipevest.requests({ path: '/customers' })).toMatchObject([{ method }]);
		if (method === 'POST') expect(items).toMatchObject([JSON.parse(String(more.body))]);
	});

	it('is refused by a provider that reads the other, with the remedy', async () => {
		const accepts = signingDialect === 'pipevest' ? 'rfc9421' : 'pipevest';
		sandbox.pipevest.configure({ accepts });
		await open({ signingDialect });
		await expect(host.call(GET)).rejects.toThrow(/HTTP 401.*not signed as.*signing dialect/);
		expect(tokens()).toHaveLength(1);
	});
});

describe('tokens', () => {
	it.each([
		['oauthToken', '/v1/oauth/token'],
		['auth', '/v1/auth'],
	])('are fetched from the endpoint chosen, %s, and kept', async (tokenEndpoint, path) => {
		await open({ tokenEndpoint });
		await host.call(GET);
		await host.call(GET);
		expect(statuses(path)).toHaveLength(1);
		expect(host.stored.accessToken).toMatch(/^token-/);
	});

	it('are renewed when the provider refuses them, and the call repeated with them', async () => {
		await open();
		await host.call(GET);
		sandbox.pipevest.expireTokens();
		sandbox.pipevest.setWebhook({ url: 'https://a.example/' });
		expect(await host.call(GET)).toMatchObject([{ url: 'https://a.example/' }]);
		expect(tokens()).toHaveLength(2);
		expect(statuses('/v1/webhooks')).toEqual(['GET 404', 'GET 401', 'GET 200']);
	});

	it('renewed, leave the idempotency key and the bytes of a call as they were', async () => {
		await open();
		await host.call(GET);
		sandbox.pipevest.expireTokens();
		await host.call(custom('POST', '/customers', { body: '{"name":"once"}' }));
		const [first, second] = sandbox.pipevest.requests({ method: 'POST', path: '/customers' });
		expect([first?.status, second?.status]).toEqual([401, 201]);
		expect(second?.body).toBe(first?.body);
		expect(second?.headers['x-idempotency-key']).toBe(first?.headers['x-idempotency-key']);
		expect(second?.headers['x-idempotency-id']).toBe(second?.headers['x-idempotency-key']);
		expect(second?.headers.signature).not.toBe(first?.headers.signature);
	});

	it('that are refused again end the call after one repeat', async () => {
		await open();
		sandbox.pipevest.configure({ tokenSeconds: 0 });
		await expect(host.call(GET)).rejects.toMatchObject({ httpCode: '401' });
		expect(statuses('/v1/webhooks')).toEqual(['GET 401', 'GET 401']);
	});

	it.each([
		[{ clientSecret: 'wrong' }, /HTTP 401: Unauthorized: unknown client.*client secret/],
		[{ keyId: 'unknown' }, /HTTP 401.*key ID/],
		[{ baseUrl: 'nowhere' }, /base URL/],
	])('with %o are not given, and the message says what to look at', async (credential, message) => {
		await open(credential);
		await expect(host.call(GET)).rejects.toThrow(message);
		expect(statuses('/v1/webhooks')).toEqual([]);
		expect(tokens().length).toBeLessThan(2);
	});

	it('at an endpoint that is not there are looked for at the other by the user', async () => {
		await open();
		sandbox.pipevest.fault({ on: 'endpoint', path: '/oauth/token', kind: 'status', status: 404 });
		await expect(host.call(GET)).rejects.toThrow(/token endpoint/);
	});

	it('are waited for while the provider is out of order', async () => {
		await open();
		const fault = { on: 'endpoint', path: '/oauth/token', kind: 'status', status: 503 } as const;
		sandbox.pipevest.fault({ ...fault, times: 1 });
		expect(await host.call(GET)).toEqual([]);
	});
});

describe('the private key', () => {
	const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey'], more = {}) =>
		String(key.export({ format: 'pem', type: 'pkcs8', ...more }));
	const ed25519 = generateKeyPairSync('ed25519');
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const faults: Array<[string, string, RegExp]> = [
		['empty', ' ', /private key is empty/],
		['RSA', pem(rsa.privateKey), /is rsa: an ed25519 key/],
		[
			'public',
			String(ed25519.publicKey.export({ format: 'pem', type: 'spki' })),
			/This is a public key/,
		],
		[
			'encrypted',
			pem(ed25519.privateKey, { cipher: 'aes-256-cbc', passphrase: 'x' }),
			/is encrypted/,
		],
		['nonsense', 'abc', /not PEM text/],
		["somebody else's", pem(ed25519.privateKey), /HTTP 401.*private key/],
	];

	it.each(faults)('%s: the node says so', async (_what, privateKey, message) => {
		await open({ privateKey });
		await expect(host.call(GET)).rejects.toThrow(message);
	});

	it('may have its new lines escaped', async () => {
		await open({ privateKey: sandbox.pipevest.privateKey.replaceAll('\n', '\\n') });
		expect(await host.call(GET)).toEqual([]);
	});
});

describe('webhook', () => {
	const URL = 'https://n8n.example/hook';
	const write = (operation: string, more: IDataObject = {}) => ({
		...{ resource: 'webhook', operation, url: URL },
		...more,
	});

	it('is created, read, updated, tested, and its key shown', async () => {
		await open();
		expect(await host.call(GET)).toEqual([]);
		expect(await host.call(write('create'))).toMatchObject([{ url: URL, status: 'ACTIVE' }]);
		const subscriptions = ['ACCOUNT', 'ASSET.CREATED'];
		await host.call(write('update', { subscriptions, otherSubscriptions: 'ASSET.SOLD, ACCOUNT' }));
		expect(await host.call(GET)).toMatchObject([
			{ subscriptions: ['ACCOUNT', 'ASSET.CREATED', 'ASSET.SOLD'] },
		]);
		const [{ key }] = await host.call({ resource: 'webhook', operation: 'getPublicKey' });
		expect(key).toMatch(/^ssh-ed25519 AAAA/);
		const test = { resource: 'webhook', operation: 'sendTest' };
		expect(await host.call(test)).toEqual([{ sent: true }]);
	});

	it('that is there already cannot be created: the error says to update it', async () => {
		await open();
		await host.call(write('create'));
		await expect(host.call(write('create'))).rejects.toThrow(/update it instead/);
	});

	it('is not sent to an address that Pipevest cannot reach', async () => {
		await open({ environment: 'staging' });
		const local = write('create', { url: 'https://192.168.1.2/hook' });
		await expect(host.call(local)).rejects.toThrow(/WEBHOOK_URL/);
		expect(sandbox.pipevest.requests()).toEqual([]);
	});
});

describe('a custom call', () => {
	it('deletes, and says that it is done', async () => {
		await open();
		const [{ customerId }] = await host.call(custom('POST', '/customers', { body: '{"a":1}' }));
		const path = `/customers/${String(customerId)}`;
		expect(await host.call(custom('DELETE', path))).toEqual([{ done: true }]);
		const [{ headers }] = sandbox.pipevest.requests({ method: 'DELETE' });
		expect(headers['x-idempotency-key']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
	});

	it('gives each item a key of its own, or the one that is asked for', async () => {
		await open();
		await host.call(custom('POST', '/customers'), [{ n: 1 }, { n: 2 }]);
		await host.call(custom('POST', '/customers', { idempotencyKey: 'mine' }));
		const keys = sandbox.pipevest
			.requests({ method: 'POST', path: '/customers' })
			.map(({ headers }) => headers['x-idempotency-key']);
		expect(new Set(keys).size).toBe(3);
		expect(keys[2]).toBe('mine');
	});

	it('is not sent when its body is no JSON object', async () => {
		await open();
		await expect(host.call(custom('POST', '/customers', { body: '[1]' }))).rejects.toThrow(
			/"body" is not a JSON object/,
		);
		expect(sandbox.pipevest.requests()).toEqual([]);
	});

	it('that is refused becomes an item where the node continues', async () => {
		host = await openPipevestHost(sandbox.pipevest, 'pipevest', {
			onError: 'continueRegularOutput',
		});
		const items = await host.call(custom('DELETE', '/customers/99'), [{}, {}]);
		const error = expect.stringContaining('Check the path');
		const details = { description: 'HTTP 404, Not Found', httpCode: '404' };
		expect(items).toEqual(Array(2).fill({ error, details }));
	});

	it('shows no token, secret or key in what goes wrong', async () => {
		await open();
		await host.call(GET);
		const failed = await host.call(custom('GET', '/nowhere')).catch((error: unknown) => error);
		const shown = JSON.stringify(failed) + String((failed as Error).stack);
		const { clientSecret, privateKey } = sandbox.pipevest;
		for (const secret of [clientSecret, String(host.stored.accessToken), privateKey.slice(30, 60)])
			expect(shown).not.toContain(secret);
	});
});
