import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import { ExecuteContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { createHost } from './harness/createHost.mts';
import type { Execution } from './harness/executions.mts';
import { numberedPrompts, tasksInOrder } from './support/piapiTasks.mts';
import { naps } from './harness/shortenSleep.mts';
import { until } from '../support/until.mts';

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
beforeEach(() => {
	sandbox.piapi.behave({ hold: true });
});
afterEach(async () => {
	await host.close();
	sandbox.piapi.reset();
	jest.restoreAllMocks();
});
afterAll(async () => await sandbox.close());

const CREATE = {
	resource: 'task',
	operation: 'create',
	family: 'custom',
	model: 'Qubico/flux1-dev',
	taskType: 'txt2img',
	input: '={{ { "prompt": $json.prompt } }}',
	completion: 'wait',
};

async function start(
	count: number,
	options: IDataObject = {},
	node: IDataObject = {},
	parameters: IDataObject = {},
): Promise<Execution> {
	const { apiKey, url, uploadUrl } = sandbox.piapi;
	host = await createHost({
		nodes: [{ type: 'piapi', parameters: { ...CREATE, options, ...parameters }, ...node }],
		credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl } },
	});
	return await host.run(numberedPrompts(count));
}

const tasks = () => tasksInOrder(sandbox.piapi);

const finish = (index: number, how: object = {}) =>
	sandbox.piapi.finish({ id: tasks()[index].id, ...how });
const ended = async (execution: Execution) => await host.settled(execution, 'success', 'error');
const statusesOf = ({ items }: Execution) => items.map(({ json }) => json.status);
const callbackOf = (index: number) => tasks()[index].webhook;

/** Calls back about a task as PiAPI would, or as somebody else. */
async function callBack(
	index: number,
	{
		id = tasks()[index].id,
		status = 'completed',
		secret = callbackOf(index).secret,
		times = 1,
	} = {},
) {
	const all = await sandbox.piapi.send({
		url: callbackOf(index).endpoint,
		headers: { 'content-type': 'application/json', 'x-webhook-secret': secret },
		body: JSON.stringify({
			timestamp: Math.floor(Date.now() / 1000),
			data: { task_id: id, status, output: {} },
		}),
		times,
	});
	return all.map(({ status: code }) => code);
}

describe('waiting for tasks', () => {
	it('parks once and resumes once, with an item per input item in input order', async () => {
		const execution = await start(4);
		expect(execution.status).toBe('waiting');
		for (const index of [2, 0, 3]) finish(index);
		finish(1, { fail: { code: 10_000, message: 'the prompt was refused' } });
		await ended(execution);
		expect(execution.resumes).toBe(1);
		expect(statusesOf(execution)).toEqual(['completed', 'failed', 'completed', 'completed']);
		expect(execution.items.map(({ json }) => json.jobId)).toEqual(tasks().map(({ id }) => id));
		expect(execution.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(execution.items[1].json.error).toMatch('the prompt was refused');
		expect(execution.items[0].json.resultUrls).toEqual([expect.stringMatching(/^http/)]);
	});

	it('parks after one look where the API answers nothing of use: meanwhile n8n lets no callback in', async () => {
		sandbox.piapi.fault({ on: 'endpoint', method: 'GET', kind: 'status', status: 504 });
		const execution = await start(1);
		expect(execution.status).toBe('waiting');
		expect(sandbox.piapi.requests({ method: 'GET' })).toHaveLength(1);
		sandbox.piapi.clearFaults();
		finish(0);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed']);
	});

	it('gives each execution a secret of its own, and stores none', async () => {
		const execution = await start(1);
		const { secret } = callbackOf(0);
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(execution.data)).not.toContain(secret);
		const first = secret;
		await host.close();
		sandbox.piapi.reset();
		sandbox.piapi.behave({ hold: true });
		await start(0);
		await host.run([{ prompt: 'prompt 0' }]);
		expect(callbackOf(0).secret).not.toBe(first);
	});

	it('puts what did not complete on a second output when asked to', async () => {
		const execution = await start(3, { separateFailed: true });
		finish(0, { fail: true });
		[1, 2].forEach((index) => finish(index));
		await ended(execution);
		const [run] = execution.data.resultData.runData.piapi;
		expect(run.data?.main.map((output) => output?.map(({ json }) => json.status))).toEqual([
			['completed', 'completed'],
			['failed'],
		]);
	});

	it('then says of each item which input item it is about, which n8n forgets', async () => {
		const execution = await start(3, { separateFailed: true });
		finish(1, { fail: true });
		[0, 2].forEach((index) => finish(index));
		await ended(execution);
		const [run] = execution.data.resultData.runData.piapi;
		expect(run.data?.main.map((output) => output?.map(({ json }) => json.itemIndex))).toEqual([
			[0, 2],
			[1],
		]);
	});

	it('makes at most three status calls for each of 200 tasks, in any order', async () => {
		const execution = await start(200, { concurrency: 50 });
		const order = tasks().map((_, index) => (index * 83) % 200);
		const all = tasks();
		for (const index of order) {
			sandbox.piapi.finish({ id: all[index].id });
			if (index % 3 === 0) await sandbox.piapi.idle();
		}
		await ended(execution);
		expect(statusesOf(execution)).toEqual(Array(200).fill('completed'));
		expect(sandbox.piapi.countReads()).toBeLessThanOrEqual(600);
	});
});

describe('callbacks', () => {
	it('are refused when forged, and change nothing', async () => {
		const execution = await start(2);
		finish(0);
		await sandbox.piapi.idle();
		const before = sandbox.piapi.countReads();
		expect(await callBack(1, { secret: 'guessed' })).toEqual([401]);
		expect(await callBack(1, { secret: '' })).toEqual([401]);
		expect(await callBack(1, { id: 'of-somebody-else' })).toEqual([401]);
		expect(sandbox.piapi.countReads()).toBe(before);
		expect(execution.status).toBe('waiting');
	});

	it("are not believed: the API's answer counts", async () => {
		const execution = await start(1);
		expect(await callBack(0)).toEqual([503]);
		expect(execution.status).toBe('waiting');
		finish(0);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed']);
	});

	it('about progress are acknowledged and wake nobody', async () => {
		const execution = await start(1);
		const before = sandbox.piapi.countReads();
		sandbox.piapi.sendEvent({ id: tasks()[0].id, state: 'processing' });
		await sandbox.piapi.idle();
		expect(sandbox.piapi.deliveries().at(-1)?.state).toBe('delivered');
		expect(sandbox.piapi.countReads()).toBe(before);
		expect(execution.status).toBe('waiting');
	});

	it('that come last at the same moment resume once, all answered 2xx', async () => {
		const execution = await start(2);
		sandbox.piapi.fault({ on: 'delivery', kind: 'reorder' });
		[0, 1].forEach((index) => finish(index));
		expect(await Promise.all([callBack(0), callBack(1)])).toEqual([[200], [200]]);
		await ended(execution);
		expect(execution.resumes).toBe(1);
		expect(statusesOf(execution)).toEqual(['completed', 'completed']);
	});

	it('are taken up by the next one when the resume failed', async () => {
		const execution = await start(1);
		host.refuseNext(1);
		finish(0);
		await ended(execution);
		await sandbox.piapi.idle();
		expect(execution.resumes).toBe(1);
		const [{ attempts }] = sandbox.piapi.deliveries();
		expect(attempts.map(({ answer }) => answer?.status)).toEqual([500, 200]);
	});

	it('that were lost are made up for by a later one', async () => {
		const execution = await start(3);
		sandbox.piapi.fault({ on: 'delivery', kind: 'drop', times: 2 });
		[0, 1, 2].forEach((index) => finish(index));
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'completed', 'completed']);
	});

	it('are answered 503 while the API fails, and the execution lives on', async () => {
		const execution = await start(1);
		sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status: 500, method: 'GET', times: 1 });
		finish(0);
		await ended(execution);
		await sandbox.piapi.idle();
		const [{ attempts }] = sandbox.piapi.deliveries();
		expect(attempts.map(({ answer }) => answer?.status)).toEqual([503, 200]);
		expect(statusesOf(execution)).toEqual(['completed']);
	});

	it('that come all at once take two looks for each task at most, although n8n lets some in after the end', async () => {
		const execution = await start(20);
		Array.from({ length: 20 }, (_, index) => finish(index));
		await ended(execution);
		await sandbox.piapi.idle();
		expect(execution.resumes).toBe(1);
		expect(sandbox.piapi.countReads()).toBeLessThanOrEqual(40);
	});

	it('do no harm after the end', async () => {
		const execution = await start(1);
		finish(0);
		await ended(execution);
		expect(await callBack(0)).toEqual([409]);
		expect(execution.items).toHaveLength(1);
	});
});

describe('before parking', () => {
	it('tasks that are done already are returned without parking', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ durationMs: 0 });
		sandbox.piapi.fault({ on: 'endpoint', kind: 'early', method: 'POST' });
		const execution = await start(3);
		expect(execution.status).toBe('success');
		expect(execution.resumes).toBe(0);
		expect(statusesOf(execution)).toEqual(['completed', 'completed', 'completed']);
	});

	it('an early callback is told to come again, and does', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ match: { input: 'prompt 0' }, durationMs: 0 });
		sandbox.piapi.behave({ hold: true });
		const execution = await start(2, { concurrency: 1 });
		expect(execution.status).toBe('waiting');
		finish(1);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'completed']);
	});

	it('an unreachable n8n is refused before anything is bought', async () => {
		host = await createHost({
			nodes: [{ type: 'piapi', parameters: CREATE }],
			credentials: { piapiApi: { apiKey: 'k', baseUrl: 'https://api.piapi.ai' } },
		});
		const execution = await host.run([{ prompt: 'prompt 0' }]);
		expect(execution.error?.message).toMatch(/cannot call http:\/\/127\.0\.0\.1.*WEBHOOK_URL/);
	});
});

describe('the deadline', () => {
	it('lets the items go on with their task ids', async () => {
		const execution = await start(2, { maxWait: 1 });
		finish(0);
		await sandbox.piapi.idle();
		await host.expire(execution);
		expect(statusesOf(execution)).toEqual(['timed_out', 'timed_out']);
		expect(execution.items.map(({ json }) => json.jobId)).toEqual(tasks().map(({ id }) => id));
	});

	it('puts them on the second output when asked to', async () => {
		const execution = await start(2, { separateFailed: true });
		await host.expire(execution);
		const [run] = execution.data.resultData.runData.piapi;
		expect(run.data?.main.map((output) => output?.map(({ json }) => json.status))).toEqual([
			[],
			['timed_out', 'timed_out'],
		]);
		expect(run.data?.main[1]?.map(({ json }) => json.itemIndex)).toEqual([0, 1]);
	});

	it('is the one that was asked for', async () => {
		const before = Date.now();
		const execution = await start(1, { maxWait: 5 });
		const deadline = new Date(execution.data.waitTill as unknown as string).getTime();
		expect(deadline).toBeGreaterThanOrEqual(before + 5 * 60_000);
		expect(deadline).toBeLessThan(Date.now() + 6 * 60_000);
	});
});

describe('when a create fails', () => {
	/** PiAPI takes no number for a prompt. */
	const input = '={{ { "prompt": $json.prompt === "prompt 6" ? 6 : $json.prompt } }}';

	it('the tasks created before are named in the error', async () => {
		const execution = await start(20, { concurrency: 1 }, {}, { input });
		expect(execution.status).toBe('error');
		expect(execution.error?.context?.itemIndex).toBe(6);
		expect(tasks()).toHaveLength(6);
		for (const { id } of tasks()) expect(execution.error?.description).toContain(id);
		expect(execution.error?.description).toContain('prompt');
	});

	it('the others wait when the node continues, and that item is an error', async () => {
		const execution = await start(
			20,
			{ concurrency: 1 },
			{ onError: 'continueRegularOutput' },
			{ input },
		);
		expect(execution.status).toBe('waiting');
		for (const { id } of sandbox.piapi.tasks()) sandbox.piapi.finish({ id });
		await ended(execution);
		expect(execution.items).toHaveLength(20);
		expect(execution.items[6].json.error).toMatch(/PiAPI refused the request/);
		expect(statusesOf(execution).filter((status) => status === 'completed')).toHaveLength(19);
	});
});

describe('polling', () => {
	beforeEach(() => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ durationMs: 30_000 });
	});

	it('gives the same items without a callback', async () => {
		const execution = await start(2, { mode: 'poll' });
		expect(execution.status).toBe('success');
		expect(statusesOf(execution)).toEqual(['completed', 'completed']);
		expect(tasks().map(({ webhook }) => webhook)).toEqual(
			Array(2).fill({ endpoint: '', secret: '' }),
		);
	});

	it('asks again when the API fails for a while', async () => {
		sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status: 502, method: 'GET', times: 4 });
		const execution = await start(1, { mode: 'poll' });
		expect(statusesOf(execution)).toEqual(['completed']);
	});

	it('names the tasks when the API refuses to tell', async () => {
		sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status: 401, method: 'GET' });
		const execution = await start(2, { mode: 'poll' });
		expect(execution.error?.message).toMatch(/API key/);
		for (const { id } of tasks()) expect(execution.error?.description).toContain(id);
	});

	it('ends at the deadline', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ hold: true });
		const execution = await start(1, { mode: 'poll', maxWait: 0.01 });
		expect(statusesOf(execution)).toEqual(['timed_out']);
		expect(execution.items[0].json.jobId).toBe(tasks()[0].id);
	});

	it('is cancelled with the execution', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ hold: true });
		const user = new AbortController();
		jest.spyOn(ExecuteContext.prototype, 'getExecutionCancelSignal').mockReturnValue(user.signal);
		const running = start(1, { mode: 'poll' });
		await until('a look at the task', () => sandbox.piapi.countReads() > 0);
		const before = naps.length;
		user.abort();
		const execution = await running;
		expect(naps.slice(before).reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(1_000);
		expect(execution.error?.message).toMatch(/cancel/i);
		expect(execution.error?.description).toContain(tasks()[0].id);
	});
});
