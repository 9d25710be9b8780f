import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { jsonOf, runPiapi } from './support/runPiapi.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
afterEach(() => {
	sandbox.piapi.reset();
	jest.restoreAllMocks();
});
afterAll(async () => await sandbox.close());

const GET = { resource: 'account', operation: 'getInfo' };
const CREATE = {
	resource: 'task',
	operation: 'create',
	family: 'custom',
	model: 'Qubico/flux1-dev',
	taskType: 'txt2img',
	input: { prompt: 'a lighthouse' },
	completion: 'none',
};

const run = async (parameters: IDataObject, credential: IDataObject = {}) =>
	await runPiapi(sandbox.piapi, parameters, { credential });
const answerWith = (status: number, body?: unknown, more: object = {}) =>
	sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status, body, ...more });

describe('an answer that is no success', () => {
	it.each<[string, number, unknown, RegExp, string]>([
		['code and message', 400, { code: 400, message: 'bad size' }, /refused/, 'code 400, bad size'],
		['an error text', 401, { error: 'Unauthorized: expired' }, /API key/, 'Unauthorized: expired'],
		['a description', 403, { description: 'Upgrade' }, /plan of this account/, 'Upgrade'],
		['an error object', 402, { error: { message: 'empty' } }, /enough credits/, 'empty'],
		['nothing but a message', 404, { message: 'gone' }, /found nothing with this ID/, 'gone'],
		[
			'HTTP 200 and a code',
			200,
			{ code: 400, message: 'too long' },
			/refused/,
			'HTTP 200, code 400',
		],
		['HTTP 200 and code 0', 200, { code: 0, data: {}, message: '' }, /could not process/, 'code 0'],
		[
			'a failed task inside',
			500,
			{ code: 500, data: { error: { raw_message: 'upstream down' } }, message: '' },
			/could not process/,
			'upstream down',
		],
		['a list', 400, ['odd'], /refused/, 'HTTP 400'],
	])('%s: the cause, the remedy and what PiAPI said', async (_, status, body, message, said) => {
		answerWith(status, body);
		const { error } = await run(CREATE);
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain(said);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it.each<[string, object, RegExp]>([
		['HTML with status 200', { kind: 'html', status: 200 }, /something other than JSON/],
		['HTML of a gateway', { kind: 'html' }, /could not process/],
		['an empty body', { kind: 'empty' }, /something other than JSON/],
		['a cut connection', { kind: 'refuse' }, /connection was cut/],
	])('%s: the likely cause', async (_, fault, message) => {
		sandbox.piapi.fault({ on: 'endpoint', ...fault } as never);
		const { error } = await run(CREATE);
		expect(error?.message).toMatch(message);
		expect(sandbox.piapi.countRequests({ method: 'POST' })).toBe(1);
	});

	it('silence: that no answer came, and that the call may have arrived', async () => {
		shortenWaits();
		sandbox.piapi.fault({ on: 'endpoint', kind: 'timeout' });
		const { error } = await run(CREATE);
		expect(error?.message).toMatch(/did not answer in time/);
		expect(error?.description).toMatch(/may or may not have arrived/);
		expect(sandbox.piapi.tasks()).toHaveLength(1);
	});

	it('nobody there: which setting to look at', async () => {
		const { error } = await run(CREATE, { baseUrl: 'http://127.0.0.1:9' });
		expect(error?.message).toMatch(/Nothing listens.*base URL/);
	});

	it('carries no API key', async () => {
		for (const fault of [{ kind: 'refuse' }, { kind: 'html' }, { kind: 'empty' }]) {
			sandbox.piapi.fault({ on: 'endpoint', times: 1, ...fault } as never);
			const { error, data } = await run(CREATE);
			expect(error).toBeDefined();
			expect(JSON.stringify([error, data])).not.toContain(sandbox.piapi.apiKey);
		}
	});
});

describe('a wrong key', () => {
	it.each<[string, IDataObject]>([
		['the task API', CREATE],
		['the account', GET],
		['the chat', { resource: 'chat', operation: 'complete', messages: said('hi') }],
		['Midjourney', { resource: 'midjourney', operation: 'fetch', taskId: 'x' }],
	])('is named by %s, after one call', async (_, parameters) => {
		const { error } = await run(parameters, { apiKey: 'wrong' });
		expect(error?.message).toMatch(/does not know this API key/);
		expect(error?.httpCode).toBe('401');
		expect(sandbox.piapi.countRequests()).toBe(1);
	});
});

describe('repeated calls', () => {
	it.each([429, 500, 503])('reading is repeated on %i, after Retry-After', async (status) => {
		answerWith(status, undefined, { times: 2, retryAfter: 0 });
		expect(jsonOf(await run(GET))[0]).toMatchObject({ account_name: 'sandbox' });
		expect(sandbox.piapi.countRequests()).toBe(3);
	});

	it('reading is repeated when the connection was cut', async () => {
		sandbox.piapi.fault({ on: 'endpoint', kind: 'refuse', times: 1 });
		expect(jsonOf(await run(GET))).toHaveLength(1);
		expect(sandbox.piapi.countRequests()).toBe(2);
	});

	it('reading ends after four calls', async () => {
		answerWith(503, undefined, { retryAfter: 0 });
		expect((await run(GET)).error?.message).toMatch(/Try again later/);
		expect(sandbox.piapi.countRequests()).toBe(4);
	});

	it.each([400, 401, 403, 404])('reading is not repeated on %i', async (status) => {
		answerWith(status);
		expect((await run(GET)).error).toBeDefined();
		expect(sandbox.piapi.countRequests()).toBe(1);
	});

	it.each<[string, IDataObject, object | undefined]>([
		['task', CREATE, undefined],
		['chat', { resource: 'chat', operation: 'complete', messages: said('hi') }, undefined],
		[
			'Midjourney task',
			{ resource: 'midjourney', operation: 'imagine', prompt: 'x', completion: 'none' },
			undefined,
		],
		['upload', { resource: 'file', operation: 'upload' }, png()],
	])('a %s is never sent twice', async (_, parameters, binary) => {
		for (const fault of [
			{ kind: 'status', status: 429, retryAfter: 0 },
			{ kind: 'status', status: 503, retryAfter: 0 },
			{ kind: 'refuse' },
			{ kind: 'refuse', processed: true },
		]) {
			sandbox.piapi.clearRequests();
			sandbox.piapi.clearFaults();
			sandbox.piapi.fault({ on: 'endpoint', ...fault } as never);
			const { error } = await runPiapi(sandbox.piapi, parameters, { binary });
			expect(error).toBeDefined();
			expect(sandbox.piapi.countRequests()).toBe(1);
		}
	});
});

function said(content: string) {
	return { message: [{ role: 'user', content }] };
}

function png() {
	const data = Buffer.from('\x89PNG').toString('base64');
	return { data: { data, mimeType: 'image/png', fileName: 'a.png', fileExtension: 'png' } };
}

/** A minute's patience ends at once. */
function shortenWaits() {
	const { setTimeout: real } = globalThis;
	const short = (run: () => void, ms?: number) =>
		real(run, ms !== undefined && ms >= 60_000 ? 50 : ms);
	jest.spyOn(globalThis, 'setTimeout').mockImplementation(short);
}
