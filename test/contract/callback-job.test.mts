import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import type { Execution } from './harness/executions.mts';
import { openCallbackJob, SERVICES } from './support/callbackJobs.mts';

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof openCallbackJob>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['callbackJobs'], timeScale: 0.005 });
});
afterEach(async () => {
	await host?.close();
	sandbox.callbackJobs.reset();
});
afterAll(async () => await sandbox.close());

const asked = Object.fromEntries(SERVICES);

/** Creates a job for each item at a service whose jobs stay under way until they are told to end. */
async function start(
	service: string,
	{
		count = 1,
		hold = true,
		options = {},
		parameters = {},
		...more
	}: {
		count?: number;
		hold?: boolean;
		options?: IDataObject;
		parameters?: IDataObject;
		node?: IDataObject;
		credential?: IDataObject;
	} = {},
): Promise<Execution> {
	sandbox.callbackJobs.configure({ hold });
	const { target, input } = asked[service];
	host = await openCallbackJob(sandbox.callbackJobs, service, {
		parameters: { operation: 'create', target, input: JSON.stringify(input), ...parameters },
		options,
		...more,
	});
	return await host.run(Array.from({ length: count }, (_, number) => ({ number })));
}

const jobs = () => sandbox.callbackJobs.jobs();
const ended = async (execution: Execution) => await host.settled(execution, 'success', 'error');
const jsonOf = ({ items }: Execution) => items.map(({ json }) => json);
const looks = () => sandbox.callbackJobs.requests().filter(({ method }) => method === 'GET').length;

/** Calls a URL as a service would. */
async function call(url: string, body: object = {}) {
	const [answer] = await sandbox.callbackJobs.send({
		url,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { status: answer.status, body: JSON.parse(answer.body || '{}') as IDataObject };
}

const urlOf = (index: number) => new URL(String(jobs()[index].callbackUrl));

describe.each(SERVICES)('%s', (service, { input }) => {
	it('creates a job per item, parks, and is woken by the callbacks', async () => {
		const execution = await start(service, { count: 3 });
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('waiting');
		const urls = jobs().map(({ callbackUrl }) => callbackUrl);
		expect(new Set(urls).size).toBe(3);
		for (const { id } of [...jobs()].reverse()) sandbox.callbackJobs.finish({ id });
		await ended(execution);
		expect(execution.resumes).toBe(1);
		const items = jsonOf(execution);
		expect(items.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
		// Created five at a time, so the numbers of the sandbox are in no order.
		expect(items.map(({ jobId }) => jobId).sort()).toEqual(
			jobs()
				.map(({ id }) => id)
				.sort(),
		);
		const output = JSON.stringify(items.map(({ output: each }) => each));
		expect(output).not.toBe('[null,null,null]');
		expect(output).not.toContain('signature=');
	});

	it('sends what it was given, beside the callback', async () => {
		await start(service, { parameters: { completion: 'none' } });
		expect(JSON.stringify(jobs()[0].body)).toContain(Object.keys(input)[0]);
		expect(jobs()[0].callbackUrl).toBeUndefined();
	});

	it('tells why a job failed', async () => {
		const execution = await start(service);
		sandbox.callbackJobs.finish({ id: jobs()[0].id, fail: 'the prompt was refused' });
		await ended(execution);
		expect(jsonOf(execution)).toMatchObject([
			{
				status: 'failed',
				error: expect.stringContaining('the prompt was refused'),
				resultUrls: [],
			},
		]);
	});

	it('refuses a URL that was changed, and asks nobody', async () => {
		const execution = await start(service, { count: 2 });
		// Some call about the beginning of a job, too.
		await sandbox.callbackJobs.idle();
		const before = looks();
		const [one, two] = [urlOf(0), urlOf(1)];
		const forged = (change: (query: URLSearchParams) => void) => {
			const url = new URL(one);
			change(url.searchParams);
			return url.href;
		};
		const urls = [
			forged((query) => query.set('pihooksItem', two.searchParams.get('pihooksItem') ?? '')),
			forged((query) => query.delete('pihooksProof')),
			forged((query) => query.set('pihooksProof', '0'.repeat(64))),
			forged((query) => query.append('pihooksItem', '7')),
		];
		for (const url of urls) expect((await call(url)).status).toBe(401);
		expect(looks()).toBe(before);
		expect(execution.status).toBe('waiting');
	});

	it('believes no callback that the service itself does not confirm', async () => {
		const execution = await start(service);
		const { status } = await call(urlOf(0).href, { status: 'completed', state: 'completed' });
		expect([200, 503]).toContain(status);
		expect(execution.status).toBe('waiting');
	});

	it('gives what finished before it was parked', async () => {
		const execution = await start(service, { hold: false, options: { maxWait: 60 } });
		await ended(execution);
		expect(jsonOf(execution)).toMatchObject([{ status: 'completed' }]);
	});

	it('answers a callback about a job of a wait that ended', async () => {
		const execution = await start(service);
		const url = urlOf(0).href;
		sandbox.callbackJobs.finish({ id: jobs()[0].id });
		await ended(execution);
		expect((await call(url)).status).toBe(409);
		expect(execution.resumes).toBe(1);
	});

	it('names the job at the deadline', async () => {
		const execution = await start(service);
		await host.expire(execution);
		expect(jsonOf(execution)).toMatchObject([{ status: 'timed_out', jobId: jobs()[0].id }]);
	});

	it('explains a key that is not accepted, and buys nothing', async () => {
		const execution = await start(service, { credential: { apiKey: 'wrong' } });
		expect(execution.error?.message).toMatch(/does not accept the API key/);
		expect(execution.error?.description).not.toContain('wrong');
		expect(jobs()).toEqual([]);
	});

	it('never repeats a call that may have bought a job', async () => {
		sandbox.callbackJobs.fault({ on: 'endpoint', kind: 'status', status: 503, processed: true });
		const execution = await start(service);
		expect(execution.error?.message).toMatch(
			/could not do this. It may have been carried out.*dashboard of/,
		);
		expect(sandbox.callbackJobs.countRequests({ method: 'POST' })).toBe(1);
	});

	it('looks at a job, waits for it and cancels it by its ID', async () => {
		await start(service, { count: 1, parameters: { completion: 'none' } });
		const [{ id }] = jobs();
		await host.close();
		const { target } = asked[service];
		const on = async (operation: string) => {
			host = await openCallbackJob(sandbox.callbackJobs, service, {
				parameters: { operation, target, jobId: id },
			});
			const { items, error } = await host.run([{}]);
			await host.close();
			return error ? { error: error.message } : items[0].json;
		};
		expect(await on('get')).toMatchObject({ jobId: id, status: 'processing', resultUrls: [] });
		const cancelled = await on('cancel');
		if (cancelled.error) {
			expect(cancelled.error).toMatch(/has no way to cancel/);
			sandbox.callbackJobs.finish({ id });
			expect(await on('get')).toMatchObject({ jobId: id, status: 'completed' });
		} else {
			expect(cancelled).toEqual({ jobId: id, cancelled: true });
			expect(await on('wait')).toMatchObject({ jobId: id, status: 'cancelled' });
		}
	});
});

it('waits for 200 jobs in one execution, with a look each and no more than two', async () => {
	const execution = await start('replicate', { count: 200, options: { concurrency: 50 } });
	sandbox.callbackJobs.clearRequests();
	for (const { id } of jobs()) sandbox.callbackJobs.finish({ id });
	await ended(execution);
	const ids = jsonOf(execution).map(({ jobId }) => jobId);
	expect(new Set(ids).size).toBe(200);
	expect(jsonOf(execution).every(({ status }) => status === 'completed')).toBe(true);
	expect(looks()).toBeLessThanOrEqual(400);
});

it('wakes up although the first callbacks were lost: a later one makes up for them', async () => {
	const execution = await start('replicate', { count: 2 });
	sandbox.callbackJobs.fault({ on: 'delivery', kind: 'drop', times: 1 });
	const [first, second] = jobs();
	sandbox.callbackJobs.finish({ id: first.id });
	sandbox.callbackJobs.finish({ id: second.id });
	await ended(execution);
	expect(jsonOf(execution).map(({ status }) => status)).toEqual(['completed', 'completed']);
});

it('parks after one look where the service answers nothing of use: meanwhile n8n lets no callback in', async () => {
	sandbox.callbackJobs.fault({ on: 'endpoint', method: 'GET', kind: 'status', status: 504 });
	const execution = await start('replicate');
	expect(execution.status).toBe('waiting');
	expect(looks()).toBe(1);
});

it('says that results are gone', async () => {
	await start('replicate', { parameters: { completion: 'none' } });
	const [{ id }] = jobs();
	sandbox.callbackJobs.finish({ id });
	sandbox.callbackJobs.expire({ id });
	await host.close();
	host = await openCallbackJob(sandbox.callbackJobs, 'replicate', {
		parameters: { operation: 'get', target: asked.replicate.target, jobId: id },
	});
	const { items } = await host.run([{}]);
	expect(items[0].json).toMatchObject({
		status: 'completed',
		resultUrls: [],
		error: 'Replicate has removed the results, 60 minutes after the job',
	});
});

it('downloads the results of a job', async () => {
	await start('fal', { parameters: { completion: 'none' } });
	const [{ id }] = jobs();
	sandbox.callbackJobs.finish({ id });
	await host.close();
	host = await openCallbackJob(sandbox.callbackJobs, 'fal', {
		parameters: { operation: 'get', target: asked.fal.target, jobId: id },
		options: { download: true },
	});
	const { items } = await host.run([{}]);
	expect(items[0].binary?.data).toMatchObject({ mimeType: 'image/png' });
});

describe('nothing is bought before every item is checked', () => {
	it.each<[string, IDataObject, RegExp]>([
		['no target', { target: '={{ $json.number === 2 ? "" : "a/b" }}' }, /"Target" is empty/],
		[
			'a target that climbs',
			{ target: '={{ $json.number === 2 ? "../x" : "a/b" }}' },
			/full stops/,
		],
		['a target with a gap', { target: '={{ $json.number === 2 ? "a//b" : "a/b" }}' }, /empty part/],
		['no object', { input: '={{ $json.number === 2 ? "[1]" : "{}" }}' }, /must be a JSON object/],
		['broken JSON', { input: '={{ $json.number === 2 ? "{" : "{}" }}' }, /must be a JSON object/],
		['another service', { service: 'fal' }, /The credential is of Replicate, but Service says fal/],
	])('%s', async (_, parameters, message) => {
		const execution = await start('replicate', { count: 3, parameters });
		expect(execution.error?.message).toMatch(message);
		expect(jobs()).toEqual([]);
	});

	it('and goes on with the others where the node continues', async () => {
		const execution = await start('replicate', {
			count: 3,
			parameters: { target: '={{ $json.number === 1 ? "" : "a/b" }}' },
			node: { onError: 'continueRegularOutput' },
		});
		for (const { id } of jobs()) sandbox.callbackJobs.finish({ id });
		await ended(execution);
		expect(jobs()).toHaveLength(2);
		expect(jsonOf(execution).map(({ status, error }) => status ?? error)).toEqual([
			'completed',
			expect.stringMatching(/"Target" is empty/),
			'completed',
		]);
	});

	it.each([
		['an n8n that nobody reaches', {}, /cannot call http/],
		['a private notify URL', { completion: 'notify', notifyUrl: 'https://10.0.0.1/x' }, /public/],
		['no notify URL', { completion: 'notify', notifyUrl: '={{ "" }}' }, /notify URL is empty/],
	])('%s', async (_, parameters, message) => {
		const execution = await start('replicate', { parameters, options: { baseUrl: '' } });
		expect(execution.error?.message).toMatch(message);
		expect(jobs()).toEqual([]);
	});
});

describe('a service of the user', () => {
	/** RunPod, described in the fields. */
	const described = (url: string, more: IDataObject = {}): IDataObject => ({
		service: 'custom',
		operation: 'create',
		url: `${url}/runPod/v2/abc/run`,
		body: '{"input":{"prompt":"a lighthouse"}}',
		callbackName: 'webhook',
		statusUrl: `${url}/runPod/v2/abc/status/{id}`,
		doneValues: 'completed, finished',
		failedValues: 'FAILED',
		resultPath: 'output',
		cancelUrl: `${url}/runPod/v2/abc/cancel/{id}`,
		...more,
	});
	const open = async (more: IDataObject = {}, credential: IDataObject = {}) => {
		sandbox.callbackJobs.configure({ hold: true });
		host = await openCallbackJob(sandbox.callbackJobs, 'custom', {
			parameters: described(sandbox.callbackJobs.url, more),
			options: { baseUrl: '' },
			credential: { headerName: 'Authorization', headerPrefix: 'Bearer ', ...credential },
		});
		return await host.run([{}]);
	};

	it.each([['custom'], ['']])('is waited for like any other (Service: %j)', async (service) => {
		const execution = await open({ service });
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('waiting');
		const [{ id, file }] = jobs();
		sandbox.callbackJobs.finish({ id });
		await ended(execution);
		expect(jsonOf(execution)).toMatchObject([
			{ jobId: id, status: 'completed', resultUrls: [file], output: { image: file } },
		]);
	});

	it('is cancelled and looked at', async () => {
		await open({ completion: 'none' });
		const [{ id }] = jobs();
		await host.close();
		const cancelled = await open({ operation: 'cancel', jobId: id });
		expect(jsonOf(cancelled)).toEqual([{ jobId: id, cancelled: true }]);
		await host.close();
		expect(jsonOf(await open({ operation: 'get', jobId: id }))).toMatchObject([
			{ jobId: id, status: 'cancelled' },
		]);
	});

	it.each<[string, IDataObject, RegExp]>([
		['no URL', { url: 'runpod' }, /"URL" is not a URL/],
		['no way to ask', { statusUrl: '' }, /"Status URL" is empty/],
		['no place for the ID', { statusUrl: 'http://127.0.0.1/status' }, /no \{id\}/],
		['another host for the key', { statusUrl: 'https://evil.example.com/{id}' }, /one host only/],
		['another host to cancel', { cancelUrl: 'https://evil.example.com/{id}' }, /one host only/],
	])('is refused with %s', async (_, more, message) => {
		const { error } = await open(more);
		expect(error?.message).toMatch(message);
		expect(jobs()).toEqual([]);
	});
});

describe('as a tool of an AI agent', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['the base URL', {}, { baseUrl: '={{ $json.url }}' }],
		['the URL', { service: '', url: '={{ $json.url }}' }, {}],
	])('%s may not be an expression', async (_, parameters, options) => {
		const { url, apiKey } = sandbox.callbackJobs;
		const { createHost } = await import('./harness/createHost.mts');
		host = await createHost({
			nodes: [
				{
					type: 'callbackJobTool',
					parameters: {
						...{ operation: 'create', target: 'a/b', input: '{}', completion: 'none' },
						options: { baseUrl: `${url}/replicate`, ...options },
						...parameters,
					},
				},
			],
			credentials: { callbackJobApi: { service: 'replicate', apiKey } },
		} as never);
		const { error } = await host.run([{}]);
		expect(error?.message).toMatch(/The address of a tool must be fixed text/);
		expect(jobs()).toEqual([]);
	});
});
