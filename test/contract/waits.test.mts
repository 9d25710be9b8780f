import { createRequire } from 'node:module';
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
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { until } from '../support/until.mts';
import { createHost } from './harness/createHost.mts';
import type { Execution } from './harness/executions.mts';
import { numberedPrompts, tasksInOrder } from './support/piapiTasks.mts';
import { manualClock } from './harness/manualClock.mts';

const { progressOf } = createRequire(import.meta.url)('../../dist/lib/waiting/waitTable.js') as {
	progressOf(key: string, state: () => object): unknown;
};

const MINUTE = 60_000;

let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;
/** How far n8n's clock is ahead of the real one. */
let ahead = 0;
const realNow = Date.now.bind(Date);

beforeAll(async () => {
	sandbox = await startSandbox({
		providers: ['piapi', 'pi', 'pipai', 'callbackJobs'],
		timeScale: 0.01,
	});
});
beforeEach(() => {
	ahead = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
	sandbox.piapi.behave({ hold: true });
	sandbox.piapi.fault({ on: 'delivery', kind: 'drop' });
});
afterEach(async () => {
	// Ends the heartbeats: their executions are not there any more.
	await host.close();
	jest.restoreAllMocks();
	sandbox.piapi.reset();
});
afterAll(async () => await sandbox.close());

/** Lets time pass, for the heartbeats and for n8n. */
async function later(minutes: number) {
	ahead += minutes * MINUTE;
	await manualClock.advance(minutes * MINUTE);
}

const CREATE = {
	resource: 'task',
	operation: 'create',
	family: 'custom',
	model: 'Qubico/flux1-dev',
	taskType: 'txt2img',
	input: '={{ { "prompt": $json.prompt } }}',
	completion: 'wait',
};

async function open(options: IDataObject = {}, parameters: IDataObject = CREATE, node = {}) {
	const { apiKey, url, uploadUrl } = sandbox.piapi;
	host = await createHost({
		nodes: [{ type: 'piapi', parameters: { ...parameters, options }, ...node }],
		credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl } },
	});
}

async function start(count: number, options: IDataObject = {}): Promise<Execution> {
	await open(options);
	return await host.run(numberedPrompts(count));
}

const tasks = () => tasksInOrder(sandbox.piapi);

const finish = (index: number, how: object = {}) =>
	sandbox.piapi.finish({ id: tasks()[index].id, ...how });
const ended = async (execution: Execution) => await host.settled(execution, 'success', 'error');
const statusesOf = ({ items }: Execution) => items.map(({ json }) => json.status);
/** What PiAPI was asked to cancel; it does so while a task is pending only. */
const cancelled = () =>
	sandbox.piapi.requests({ method: 'DELETE' }).map(({ path }) => path.split('/').at(-1));
const reads = () => sandbox.piapi.countReads();

/** Calls the wait's own address as somebody else would. */
async function call(headers: Record<string, string>) {
	const response = await fetch(tasks()[0].webhook.endpoint, { method: 'POST', headers });
	return response.status;
}

describe('a wait whose callbacks are all lost', () => {
	it('goes on within a minute of the end of its jobs', async () => {
		const execution = await start(3);
		[0, 1, 2].forEach((index) => finish(index, index === 1 ? { fail: true } : {}));
		await later(1);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'failed', 'completed']);
		expect(execution.resumes).toBe(1);
	});

	it('goes on although only the last of 50 was lost', async () => {
		const execution = await start(50, { concurrency: 50 });
		sandbox.piapi.clearFaults();
		for (let index = 0; index < 49; index++) finish(index);
		await sandbox.piapi.idle();
		sandbox.piapi.fault({ on: 'delivery', kind: 'drop' });
		finish(49);
		await later(1);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(Array(50).fill('completed'));
	});

	it('takes one look at each unfinished job per heartbeat, every few minutes', async () => {
		const execution = await start(4);
		finish(0);
		await later(1);
		const before = reads();
		expect(manualClock.sleeps()[0]).toBeLessThanOrEqual(5 * MINUTE);
		await later(5);
		expect(reads() - before).toBe(3);
		expect(execution.status).toBe('waiting');
	});

	it('is looked at as often as Check Every says', async () => {
		const before = manualClock.sleeps();
		await start(1, { checkEvery: 0.5 });
		const [own] = manualClock.sleeps().filter((ms) => !before.includes(ms));
		expect(own).toBeLessThanOrEqual(MINUTE / 2);
	});

	it('is looked at by nobody where Check Every is 0, up to the deadline', async () => {
		const execution = await start(2, { checkEvery: 0, maxWait: 10 });
		const before = reads();
		finish(0);
		await later(9);
		expect(reads()).toBe(before);
		await later(1);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'timed_out']);
	});

	it('goes on with the next heartbeat when the execution could not be resumed', async () => {
		const execution = await start(1);
		finish(0);
		host.refuseNext(1);
		await later(2);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed']);
	});

	it('goes on with what it has seen finished, although the provider has forgotten it', async () => {
		const execution = await start(2);
		finish(0);
		await later(1);
		const id = tasks()[0].id;
		sandbox.piapi.fault({ on: 'endpoint', method: 'GET', path: id, kind: 'status', status: 404 });
		finish(1);
		await later(5);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'completed']);
	});
});

describe('heartbeats', () => {
	it.each<[string, Record<string, string>]>([
		['a guessed proof', { 'x-pihooks-beat': 'guessed' }],
		['a blank proof', { 'x-pihooks-beat': '' }],
	])('with %s are refused, and nobody is asked', async (_, headers) => {
		const execution = await start(1);
		const before = reads();
		expect(await call(headers)).toBe(401);
		expect(reads()).toBe(before);
		expect(execution.status).toBe('waiting');
	});

	it('end with the wait', async () => {
		const execution = await start(1);
		const sleeping = manualClock.sleeps().length;
		sandbox.piapi.clearFaults();
		finish(0);
		await ended(execution);
		await until('the heartbeats to end', () => manualClock.sleeps().length === sleeping - 1);
	});

	it('are begun anew by a callback in a process that has none for the wait', async () => {
		const execution = await start(2);
		// So many other waits that the process has forgotten this one, as after a restart.
		for (let index = 0; index < 2_000; index++)
			progressOf(`other ${index}`, () => ({ round: 1, places: [], earlier: [] }));
		const before = manualClock.sleeps().length;
		sandbox.piapi.clearFaults();
		finish(0);
		await sandbox.piapi.idle();
		expect(manualClock.sleeps()).toHaveLength(before + 1);
		sandbox.piapi.fault({ on: 'delivery', kind: 'drop' });
		finish(1);
		await later(1);
		await ended(execution);
		expect(execution.resumes).toBe(1);
		expect(statusesOf(execution)).toEqual(['completed', 'completed']);
	});
});

describe('the deadline', () => {
	it('lets finished items go on with their results, and the rest timed out', async () => {
		const execution = await start(3, { maxWait: 10, checkEvery: 0 });
		finish(1);
		await later(10);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['timed_out', 'completed', 'timed_out']);
		expect(execution.items[1].json.resultUrls).toEqual([expect.stringMatching(/^http/)]);
		expect(execution.items.map(({ json }) => json.jobId)).toEqual(tasks().map(({ id }) => id));
	});

	it('is kept although the provider does not answer', async () => {
		const execution = await start(2, { maxWait: 10 });
		finish(0);
		await later(1);
		sandbox.piapi.fault({ on: 'endpoint', method: 'GET', kind: 'status', status: 503 });
		await later(9);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'timed_out']);
	});

	it('leaves the jobs alone, and cancels them where that was asked for', async () => {
		for (const onUnfinished of ['leave', 'cancel']) {
			const execution = await start(2, { maxWait: 10, checkEvery: 0, onUnfinished });
			finish(0);
			await later(10);
			await ended(execution);
			expect(statusesOf(execution)).toEqual(['completed', 'timed_out']);
			expect(cancelled()).toEqual(onUnfinished === 'cancel' ? [tasks()[1].id] : []);
			await host.close();
			sandbox.piapi.reset();
			sandbox.piapi.behave({ hold: true });
		}
	});
});

describe.each(['parked', 'polling'])('enough, %s', (how) => {
	const mode = how === 'polling' ? { mode: 'poll' } : {};

	/** Runs a wait up to its end, with tasks that end in between. */
	async function race(count: number, options: IDataObject, end: () => void): Promise<Execution> {
		if (how === 'parked') {
			const execution = await start(count, options);
			end();
			await later(1);
			return await ended(execution);
		}
		const running = start(count, { ...options, ...mode });
		await until('the tasks to be created', () => sandbox.piapi.tasks().length === count);
		end();
		return await running;
	}

	it('is the first of four, the rest cancelled', async () => {
		const execution = await race(4, { goOnWhen: 'first', onUnfinished: 'cancel' }, () => finish(2));
		expect(statusesOf(execution)).toEqual(['pending', 'pending', 'completed', 'pending']);
		expect(execution.items.map(({ json }) => json.jobId)).toEqual(tasks().map(({ id }) => id));
		const others = [0, 1, 3].map((index) => tasks()[index].id);
		expect(cancelled().sort()).toEqual(others.sort());
	});

	it('is as many as asked for, and no failed one', async () => {
		const execution = await race(4, { goOnWhen: 'count', goOnCount: 2 }, () => {
			finish(0, { fail: true });
			finish(1);
			finish(3);
		});
		expect(statusesOf(execution)).toEqual(['failed', 'completed', 'pending', 'completed']);
	});

	it('is what there is once so many can not be completed any more', async () => {
		const execution = await race(3, { goOnWhen: 'count', goOnCount: 2 }, () => {
			finish(0, { fail: true });
			finish(2, { fail: true });
		});
		expect(statusesOf(execution)).toEqual(['failed', 'pending', 'failed']);
	});

	it('is all of them where more are wanted than there are', async () => {
		const execution = await race(2, { goOnWhen: 'count', goOnCount: 9 }, () => {
			finish(0, { fail: true });
			finish(1);
		});
		expect(statusesOf(execution)).toEqual(['failed', 'completed']);
	});
});

describe('enough', () => {
	it('is noticed by the callback of the first one, whatever the others do', async () => {
		const execution = await start(3, { goOnWhen: 'first' });
		sandbox.piapi.clearFaults();
		finish(1);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['pending', 'completed', 'pending']);
	});

	it('and a job that cannot be cancelled are no error', async () => {
		sandbox.piapi.fault({ on: 'endpoint', method: 'DELETE', kind: 'status', status: 400 });
		const execution = await start(2, { goOnWhen: 'first', onUnfinished: 'cancel' });
		sandbox.piapi.clearFaults();
		sandbox.piapi.fault({ on: 'endpoint', method: 'DELETE', kind: 'status', status: 400 });
		finish(0);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'pending']);
	});
});

describe('a node of any name', () => {
	it.each([
		'constructor',
		'prototype',
		'toString',
		'a\u2028b\u2029c',
		'{{ $json }}',
		'"quoted" \'name\'',
		'Bild 画像 🖼',
	])('resumes: %j', async (name) => {
		await open({}, CREATE, { name });
		const execution = await host.run([{ prompt: 'prompt 0' }]);
		expect(execution.error?.message).toBeUndefined();
		expect(execution.status).toBe('waiting');
		sandbox.piapi.clearFaults();
		finish(0);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed']);
	});
});

describe('waiting for tasks that exist', () => {
	const WAIT = { resource: 'task', operation: 'wait', taskId: '={{ $json.jobId }}' };

	it('is parked, lives by heartbeats, and gives the same items', async () => {
		await start(3, { maxWait: 0.1, checkEvery: 0 });
		const ids = tasks().map(({ id }) => id);
		await host.close();
		await open({}, WAIT);
		finish(0);
		const execution = await host.run(ids.map((jobId) => ({ jobId })));
		expect(execution.status).toBe('waiting');
		finish(1);
		finish(2, { fail: true });
		await later(1);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed', 'completed', 'failed']);
		expect(execution.items.map(({ json }) => json.jobId)).toEqual(ids);
	});

	it('goes on at once where all are done', async () => {
		await start(1);
		finish(0);
		const [{ id: jobId }] = tasks();
		await host.close();
		await open({}, WAIT);
		const execution = await host.run([{ jobId }, { jobId }]);
		expect(execution.status).toBe('success');
		expect(statusesOf(execution)).toEqual(['completed', 'completed']);
	});

	it('can be polled', async () => {
		await start(1);
		const [{ id: jobId }] = tasks();
		await host.close();
		await open({ mode: 'poll' }, WAIT);
		const running = host.run([{ jobId }]);
		await until('a second look', () => reads() > 2);
		finish(0);
		expect(statusesOf(await running)).toEqual(['completed']);
	});

	it('says which ID is wrong', async () => {
		await open({}, WAIT);
		expect((await host.run([{ jobId: '' }])).error?.message).toMatch('The task ID is empty');
	});
});

describe('parked waits for providers that call nobody', () => {
	it('Pi: keep what the job was created with', async () => {
		const { url, apiKey } = sandbox.pi;
		sandbox.pi.behave({ hold: true });
		host = await createHost({
			nodes: [
				{
					type: 'pi',
					parameters: {
						resource: 'customJob',
						operation: 'create',
						path: '/images/campaigns',
						body: '{ "prompt": "a lighthouse", "client_reference_id": "order 7" }',
						completion: 'wait',
						options: { mode: 'park' },
					},
				},
			],
			credentials: { piApi: { baseUrl: url, apiKey } },
		});
		const execution = await host.run([{}]);
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('waiting');
		sandbox.pi.finish({ id: sandbox.pi.jobs()[0].id });
		await later(1);
		await ended(execution);
		expect(execution.items[0].json).toMatchObject({ status: 'completed', reference: 'order 7' });
		sandbox.pi.reset();
	});
});

describe('delivering again', () => {
	const REDELIVER = { resource: 'task', operation: 'redeliver', since: 24 };
	const idsOf = ({ items }: Execution) => items.map(({ json }) => json);

	it('resumes what waits here, with the secret that belongs to the wait', async () => {
		const execution = await start(1);
		finish(0);
		// One workflow is all that this n8n has, so its node changes what it does.
		host.change([{ type: 'piapi', parameters: REDELIVER }]);
		const before = reads();
		const again = await host.run([{}]);
		await ended(execution);
		expect(statusesOf(execution)).toEqual(['completed']);
		expect(idsOf(again)).toEqual([{ jobId: tasks()[0].id, to: 'wait', answer: 'accepted' }]);
		// Once to find out whom to tell, and once by the wait, which believes nobody.
		expect(reads() - before).toBe(2);
		expect(idsOf(await host.run([{}]))).toEqual([]);
	});

	it('starts the trigger that has missed a task, once, and calls nobody else', async () => {
		const { apiKey, url, uploadUrl } = sandbox.piapi;
		host = await createHost({
			nodes: [
				{ type: 'piapiTrigger', parameters: { events: ['*'] } },
				{ type: 'piapi', parameters: REDELIVER },
			],
			credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl, webhookSecret: 'secret' } },
		});
		const order = async (endpoint: string) => {
			const config = { webhook_config: { endpoint, secret: 'secret' } };
			const body = {
				model: 'Qubico/flux1-dev',
				task_type: 'txt2img',
				input: { prompt: 'x' },
				config,
			};
			const answer = await fetch(`${url}/api/v1/task`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
				body: JSON.stringify(body),
			});
			return ((await answer.json()) as { data: { task_id: string } }).data.task_id;
		};
		const elsewhere = `${sandbox.pi.url}/webhook/of-somebody-else`;
		const climbing = `${host.url}/webhook/../elsewhere`;
		const missed = await order(host.webhookUrl());
		const others = [await order(elsewhere), await order(climbing)];
		const told = await order(host.webhookUrl());
		for (const id of [missed, ...others]) sandbox.piapi.finish({ id });
		sandbox.piapi.clearFaults();
		sandbox.piapi.finish({ id: told });
		await until('both runs', () => host.executions.length === 2);
		const [first, second] = await Promise.all(host.executions.map(ended));
		expect(idsOf(first)).toEqual([{ jobId: missed, to: 'trigger', answer: 'accepted' }]);
		expect(idsOf(second)).toEqual([]);
		expect(sandbox.pi.requests({ path: '/webhook/of-somebody-else' })).toEqual([]);
		expect(host.executions).toHaveLength(2);
	});

	it('says which number of hours is none', async () => {
		await open({}, { ...REDELIVER, since: 0 });
		expect((await host.run([{}])).error?.message).toMatch('"Since" must be a number of hours');
	});
});
