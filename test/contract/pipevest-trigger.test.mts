import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startPipevest, type PipevestSandbox } from '../../tools/sandbox/pipevest/index.mts';
import { openPipevestHost, type PipevestHost } from './support/pipevestHost.mts';
import { postBytes } from './support/postBytes.mts';

type Headers = Record<string, string>;

const EVENT = {
	eventId: '1c0b9f0e-6f0a-4f0e-9d4f-0d5c1b7a3c11',
	event: 'ACCOUNT.CREATED',
	createdAt: 1732893584,
	data: { accountId: 123456, status: 'ACTIVE' },
};
const BODY = JSON.stringify(EVENT);
let pipevest: PipevestSandbox;
let host: PipevestHost;

beforeEach(async () => {
	pipevest = await startPipevest({ timeScale: 0.01 });
	pipevest.configure({ announces: false });
});
afterEach(async () => {
	await host.close();
	await pipevest.close();
});

const open = async (parameters: IDataObject = {}) => {
	host = await openPipevestHost(pipevest, 'pipevestTrigger', { parameters });
	await host.publish();
};
const keyReads = () => pipevest.countRequests({ path: '/webhooks/key' });
const answers = () =>
	pipevest
		.deliveries()
		.flatMap(({ attempts }) => attempts.map(({ answer }) => [answer.status, answer.body]));
const tell = async (event: Parameters<PipevestSandbox['sendEvent']>[0]) => {
	pipevest.clearDeliveries();
	pipevest.sendEvent(event);
	await pipevest.idle();
	return answers();
};
const items = async (index = 0) =>
	(await host.settled(host.executions[index], 'success', 'error')).items.map(({ json }) => json);

const ACCEPTED = [200, '{"status":"accepted"}'];
const IGNORED = [200, '{"status":"ignored"}'];
const DUPLICATE = [200, '{"status":"duplicate"}'];

describe('an event', () => {
	it.each(['pipevest', 'rfc9421'] as const)('signed as %s starts a run', async (signs) => {
		pipevest.configure({ signs });
		await open();
		expect(await tell({ event: 'ASSET.SOLD', eventId: 'e-1', data: { a: 1 } })).toEqual([ACCEPTED]);
		expect(await items()).toEqual([
			{
				...{ event: 'ASSET.SOLD', eventId: 'e-1', data: { a: 1 } },
				occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			},
		]);
	});

	it('is emitted as it was delivered, when it shall not be simplified', async () => {
		await open({ simplify: false });
		await tell({ event: 'ASSET.SOLD', eventId: 'e-1', data: { a: 1 } });
		const createdAt = expect.any(Number);
		expect(await items()).toEqual([
			{ eventId: 'e-1', event: 'ASSET.SOLD', createdAt, data: { a: 1 } },
		]);
	});

	it('starts one run however often it is delivered', async () => {
		await open();
		pipevest.fault({ on: 'delivery', kind: 'duplicate', count: 5, times: 1 });
		const given = await tell({ event: 'ASSET.SOLD', eventId: 'e-1' });
		expect(given.map(([, body]) => body).sort()).toEqual([
			ACCEPTED[1],
			...Array<unknown>(4).fill(DUPLICATE[1]),
		]);
		expect(await tell({ event: 'ASSET.SOLD', eventId: 'e-1' })).toEqual([DUPLICATE]);
		expect(await tell({ event: 'ASSET.SOLD', eventId: 'e-2' })).toEqual([ACCEPTED]);
		expect(host.executions).toHaveLength(2);
	});

	it.each<[string[], string, string, unknown]>([
		[['ACCOUNT'], '', 'ACCOUNT.CREATED', ACCEPTED],
		[['ACCOUNT'], '', 'ACCOUNT.MERGED.TWICE', ACCEPTED],
		[['ACCOUNT'], '', 'ACCOUNTING.CREATED', IGNORED],
		[['ACCOUNT.CREATED'], '', 'ACCOUNT.UPDATED', IGNORED],
		[['ACCOUNT.CREATED'], 'ACCOUNT.UPDATED', 'ACCOUNT.UPDATED', ACCEPTED],
		[['*'], '', 'WEBHOOK.UPDATED', ACCEPTED],
		[['ASSET'], '', 'WEBHOOK.CREATED', IGNORED],
	])('for a trigger of %j and %j: %s', async (events, otherEvents, event, answer) => {
		await open({ events, options: { otherEvents } });
		pipevest.setWebhook({ url: host.webhookUrl() });
		expect(await tell({ event })).toEqual([answer]);
	});

	it('that comes while the webhook is being created is verified all the same', async () => {
		pipevest.configure({ announces: true });
		host = await openPipevestHost(pipevest, 'pipevestTrigger');
		pipevest.fault({ on: 'endpoint', path: '/webhooks/key', kind: 'slow', ms: 20_000, times: 1 });
		await host.publish();
		await pipevest.idle();
		expect(answers()).toEqual([ACCEPTED]);
		expect(await items()).toMatchObject([{ event: 'WEBHOOK.CREATED' }]);
	});

	it('asks the provider nothing while its signature is right', async () => {
		await open();
		const before = pipevest.countRequests();
		await tell({ event: 'ASSET.SOLD' });
		expect(pipevest.countRequests()).toBe(before);
	});

	it.each([
		['no JSON', 'ASSET.SOLD'],
		['no event', '{"eventId":"e-1"}'],
		['a list', '[]'],
	])('that is authentic but has %s is 400', async (_what, body) => {
		await open();
		const url = host.webhookUrl();
		const headers = { ...pipevest.sign({ url, body }), 'Content-Type': 'application/json' };
		// n8n itself refuses what is no JSON, unless it is sent as something else.
		if (body.startsWith('A')) Object.assign(headers, signedAs(url, body, 'text/plain'));
		const { status } = await send(url, headers, body);
		expect(status).toBe(400);
		expect(host.executions).toEqual([]);
	});

	it('sent by the test of the node arrives', async () => {
		await open();
		pipevest.sendEvent({ event: 'WEBHOOK.UPDATED' });
		await pipevest.idle();
		expect(await items()).toMatchObject([{ event: 'WEBHOOK.UPDATED' }]);
	});

	it('is verified against the test URL while listening', async () => {
		host = await openPipevestHost(pipevest, 'pipevestTrigger');
		host.listen(true);
		await host.publish();
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
		const forged = pipevest.sign({ url: host.webhookUrl().replace('-test', ''), body: BODY });
		expect((await send(host.webhookUrl(), forged, BODY)).status).toBe(401);
	});
});

function signedAs(url: string, body: string, type: string): Headers {
	return { ...pipevest.sign({ url, body, dialect: 'pipevest', type }) };
}

async function send(url: string, headers: Headers, body: string) {
	const list = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
	return await postBytes(url, list, Buffer.from(body));
}

describe.each(['pipevest', 'rfc9421'] as const)('a delivery signed as %s', (dialect) => {
	const change = (name: string, edit: (value: string) => string) => (headers: Headers) => ({
		...headers,
		[name]: edit(headers[name] ?? ''),
	});
	const without = (name: string) => (headers: Headers) => {
		const { [name]: _, ...others } = headers;
		return others;
	};
	const otherBody = BODY.replace('123456', '123457');
	const digestOf = (body: string, algorithm: string) =>
		`sha-${algorithm}=:${createHash(`sha${algorithm}`).update(body).digest('base64')}:`;
	const input = (edit: (value: string) => string) => change('Signature-Input', edit);

	const forged: Array<[string, (headers: Headers) => Headers]> = [
		['another Content-Type', change('Content-Type', () => 'application/json; charset=utf-8')],
		['another Content-Digest', change('Content-Digest', () => digestOf(otherBody, '512'))],
		['a Content-Digest that is not signed', change('Content-Digest', () => digestOf(BODY, '256'))],
		['no Content-Digest', without('Content-Digest')],
		['no Signature', without('Signature')],
		['a blank Signature', change('Signature', () => 'sig1=::')],
		['another byte in the Signature', change('Signature', (text) => flip(text))],
		['no Signature-Input', without('Signature-Input')],
		['another label', change('Signature', (text) => text.replace('sig1', 'sig2'))],
		['another key ID', input((text) => text.replace('keyid="', 'keyid="x'))],
		['a later time', input((text) => text.replace(/created=\d+/, `created=${seconds(1)}`))],
		['a longer life', input((text) => text.replace(/expires=\d+/, `expires=${seconds(9999)}`))],
		['no time', input((text) => text.replace(/;created=\d+/, ''))],
		['one component less', input((text) => text.replace(/"Content-Type" /i, ''))],
		['one component more', input((text) => text.replace('"@query"', '"@query" "host"'))],
		['a component twice', input((text) => text.replace('"@query"', '"@query" "@query"'))],
		['an unknown component', input((text) => text.replace('"@query"', '"@fragment"'))],
		['another order', input((text) => text.replace('"@path" "@query"', '"@query" "@path"'))],
		['another case', input((text) => text.replace(/"content-type"/i, '"CONTENT-TYPE"'))],
		['a list that does not end', input((text) => text.replace(')', ''))],
	];

	beforeEach(async () => {
		pipevest.configure({ signs: dialect });
		await open();
	});
	afterEach(() => expect(host.executions.length).toBeLessThan(2));

	it.each(forged)('with %s is 401 and starts nothing', async (_what, forge) => {
		const url = host.webhookUrl();
		const headers = pipevest.sign({ url, body: BODY });
		const { status, answer } = await send(url, forge(headers), BODY);
		expect({ status, answer }).toEqual({ status: 401, answer: { error: expect.any(String) } });
		expect(host.executions).toEqual([]);
		expect((await send(url, headers, BODY)).status).toBe(200);
	});

	it.each<[string, (url: string) => string]>([
		['another path', (url) => url.replace('/webhook', '/webhook2')],
		['another host', (url) => url.replace('127.0.0.1', 'localhost')],
		['another scheme', (url) => url.replace('http:', 'https:')],
		['a query', (url) => `${url}?a=1`],
	])('made for %s is 401', async (_what, elsewhere) => {
		const url = host.webhookUrl();
		const headers = pipevest.sign({ url: elsewhere(url), body: BODY });
		expect((await send(url, headers, BODY)).status).toBe(401);
		const own = pipevest.sign({ url, body: BODY });
		expect((await send(`${url}?a=1`, own, BODY)).status).toBe(401);
	});

	it('with another body is 401, also when its digest fits', async () => {
		const url = host.webhookUrl();
		const headers = pipevest.sign({ url, body: BODY });
		expect((await send(url, headers, otherBody)).status).toBe(401);
		const fitting = { ...headers, 'Content-Digest': digestOf(otherBody, '512') };
		expect((await send(url, fitting, otherBody)).status).toBe(401);
	});

	it.each([
		{ kind: 'wrongSecret' },
		{ kind: 'missingSecret' },
		{ kind: 'blankSecret' },
		{ kind: 'tamper', search: 'SOLD', replacement: 'BOLD' },
	] as const)('and spoiled, %o, is 401', async (fault) => {
		pipevest.fault({ on: 'delivery', ...fault });
		pipevest.sendEvent({ event: 'ASSET.SOLD' });
		await pipevest.idle();
		expect(new Set(answers().map(([given]) => given))).toEqual(new Set([401]));
		expect(host.executions).toEqual([]);
	});

	it.each([
		[299, 200],
		[302, 401],
		[-600, 401],
	])('%d s ago: %d', async (secondsAgo, status) => {
		pipevest.fault({ on: 'delivery', kind: 'stale', seconds: secondsAgo });
		pipevest.sendEvent({ event: 'ASSET.SOLD' });
		await pipevest.idle();
		expect(answers()[0]?.[0]).toBe(status);
	});
});

describe("the provider's key", () => {
	it('may be rotated: the next delivery asks for it and is accepted', async () => {
		await open();
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
		pipevest.rotateKey();
		const before = keyReads();
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
		expect(keyReads()).toBe(before + 1);
	});

	it('of before the rotation is believed for two days: repeats that it signed may still come', async () => {
		await open();
		const url = host.webhookUrl();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now');
		const at = (hours: number) => clock.mockImplementation(() => now + hours * 3_600_000);
		try {
			const signed = [0, 47, 49].map((hours) => {
				at(hours);
				return { hours, headers: pipevest.sign({ url, body: BODY }) };
			});
			at(0);
			pipevest.rotateKey();
			expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
			const found: Array<[number, number]> = [];
			for (const { hours, headers } of signed) {
				at(hours);
				found.push([hours, (await send(url, headers, BODY)).status]);
			}
			expect(found).toEqual([
				[0, 200],
				[47, 200],
				[49, 401],
			]);
		} finally {
			clock.mockRestore();
		}
	});

	it.each<[string, (signed: Headers) => Headers]>([
		['unsigned', () => ({})],
		['without a signature', ({ Signature: _, ...others }) => others],
		['with a signature that is none', (signed) => ({ ...signed, Signature: 'sig1=:AAAA' })],
	])('is not asked for by a request %s', async (_what, change) => {
		await open();
		const url = host.webhookUrl();
		pipevest.rotateKey();
		pipevest.clearRequests();
		const { status } = await send(url, change(pipevest.sign({ url, body: BODY })), BODY);
		expect([status, pipevest.requests()]).toEqual([401, []]);
	});

	it.each(['', 'ssh-rsa AAAA', 'ssh-ed25519 AAAA', 'nonsense'])(
		'%j, shown once, does not take the place of the good one',
		async (key) => {
			await open();
			const url = host.webhookUrl();
			const body = { data: { key }, code: 200 };
			pipevest.fault({ on: 'endpoint', path: '/webhooks/key', kind: 'status', status: 200, body });
			const forged = { ...pipevest.sign({ url, body: BODY }), 'Content-Type': 'text/json' };
			const before = keyReads();
			expect((await send(url, forged, BODY)).status).toBe(401);
			expect(keyReads()).toBe(before + 1);
			expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
		},
	);

	it('is asked for once, however many forgeries and simultaneous deliveries there are', async () => {
		await open();
		const url = host.webhookUrl();
		const forged = { ...pipevest.sign({ url, body: BODY }), 'Content-Type': 'text/json' };
		const before = keyReads();
		pipevest.rotateKey();
		const genuine = pipevest.sign({ url, body: BODY });
		const old = await Promise.all(
			Array.from({ length: 20 }, async () => await send(url, forged, BODY)),
		);
		expect(new Set(old.map(({ status }) => status))).toEqual(new Set([401]));
		expect((await send(url, genuine, BODY)).status).toBe(200);
		expect(keyReads()).toBe(before + 1);
	});

	it('fetched by publishing again is believed at once, though one was fetched a moment ago', async () => {
		await open();
		const url = host.webhookUrl();
		const forged = { ...pipevest.sign({ url, body: BODY }), 'Content-Type': 'text/json' };
		expect((await send(url, forged, BODY)).status).toBe(401);
		await host.unpublish();
		pipevest.rotateKey();
		await host.publish();
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
	});

	it('that cannot be read leaves the delivery refused, and the trigger alive', async () => {
		await open();
		const url = host.webhookUrl();
		pipevest.fault({ on: 'endpoint', path: '/webhooks/key', kind: 'status', status: 500 });
		const forged = { ...pipevest.sign({ url, body: BODY }), 'Content-Type': 'text/json' };
		expect((await send(url, forged, BODY)).status).toBe(401);
		expect((await send(url, pipevest.sign({ url, body: BODY }), BODY)).status).toBe(200);
	});

	it('is asked for with a new token where the old one has expired', async () => {
		await open();
		pipevest.expireTokens();
		pipevest.rotateKey();
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
	});
});

function flip(text: string): string {
	const at = text.indexOf(':') + 10;
	return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

function seconds(later: number): number {
	return Math.floor(Date.now() / 1000) + later;
}
