import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { until } from '../support/until.mts';
import { createHost } from './harness/createHost.mts';
import { manualClock } from './harness/manualClock.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import type { OpenTrigger } from './harness/openTrigger.mts';

const SECRET = 's3cret-of-the-test';
const MINUTE = 60_000;
const records = installMemoryRecords();
let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;
let trigger: OpenTrigger;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
afterEach(async () => {
	await trigger.close();
	await host.close();
	records.clear();
	sandbox.piapi.reset();
});
afterAll(async () => await sandbox.close());

async function open(options: IDataObject = {}, parameters: IDataObject = {}) {
	const { apiKey, url, uploadUrl } = sandbox.piapi;
	host = await createHost({
		nodes: [{ type: 'piapiTrigger', parameters: { events: ['*'], options, ...parameters } }],
		credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl, webhookSecret: SECRET } },
	});
	trigger = await host.trigger('init');
}

/** A task that has ended; its callback is lost on its way. */
async function endTask({ endpoint = host.webhookUrl(), fail = false, isLost = true } = {}) {
	if (isLost) sandbox.piapi.fault({ on: 'delivery', kind: 'drop', times: 1 });
	sandbox.piapi.behave({ hold: true, times: 1 });
	const created = await fetch(`${sandbox.piapi.url}/api/v1/task`, {
		method: 'POST',
		headers: { 'x-api-key': sandbox.piapi.apiKey, 'content-type': 'application/json' },
		body: JSON.stringify({
			model: 'Qubico/flux1-schnell',
			task_type: 'txt2img',
			input: { prompt: 'x' },
			config: { webhook_config: { endpoint, secret: SECRET } },
		}),
	});
	const { data } = (await created.json()) as { data: { task_id: string } };
	const id = data.task_id;
	sandbox.piapi.finish({ id, ...(fail && { fail: { code: 10_000, message: 'broken' } }) });
	return id;
}

/** Up to the next look, and not beyond: the time limits of n8n's database pass by the same clock. */
const pass = async () => await manualClock.advance(manualClock.sleeps()[0] ?? 0);

/** The items of all runs, once there are so many. */
async function itemsOf(count: number): Promise<IDataObject[]> {
	await until(`${count} runs`, () => host.executions.length >= count);
	const runs = await Promise.all(
		host.executions.map(async (run) => await host.settled(run, 'success', 'error')),
	);
	return runs.flatMap(({ items }) => items.map(({ json }) => json));
}
const idsOf = (items: IDataObject[]) => items.map(({ jobId }) => jobId).sort();
const calls = () => sandbox.piapi.countRequests({ method: 'GET' });

describe('what finished without a delivery', () => {
	it('runs once each, marked as caught up', async () => {
		await open();
		const ids = [await endTask(), await endTask(), await endTask()];
		await pass();
		const items = await itemsOf(3);
		expect(idsOf(items)).toEqual(ids.sort());
		for (const item of items) expect(item).toMatchObject({ event: 'completed', caughtUp: true });
		expect(JSON.stringify(host.executions.map(({ data }) => data))).not.toContain(SECRET);
		await pass();
		expect(host.executions).toHaveLength(3);
	});

	it('is a duplicate when it is delivered later after all', async () => {
		await open();
		const id = await endTask();
		await pass();
		await itemsOf(1);
		sandbox.piapi.sendEvent({ id });
		await sandbox.piapi.idle();
		expect(host.executions).toHaveLength(1);
	});

	it('runs no second time when n8n starts again', async () => {
		await open();
		await endTask();
		await pass();
		await itemsOf(1);
		await trigger.close();
		trigger = await host.trigger('init');
		await pass();
		expect(host.executions).toHaveLength(1);
	});

	it('is left to its delivery where that came', async () => {
		await open();
		await endTask({ isLost: false });
		await sandbox.piapi.idle();
		expect((await itemsOf(1))[0]).not.toHaveProperty('caughtUp');
		await pass();
		expect(host.executions).toHaveLength(1);
	});

	it('is of this trigger only', async () => {
		await open();
		const ours = new URL(host.webhookUrl());
		const elsewhere = [
			'https://other.example/hook',
			`https://other.example${ours.pathname}`,
			`${ours.origin}/webhook/another/webhook`,
			host.webhookUrl().replace('/webhook/', '/webhook-test/'),
		];
		for (const endpoint of elsewhere) await endTask({ endpoint });
		await pass();
		expect(host.executions).toEqual([]);
		const id = await endTask();
		await pass();
		expect(idsOf(await itemsOf(1))).toEqual([id]);
	});

	it('is of the events that are asked for', async () => {
		await open({}, { events: ['failed'] });
		await endTask();
		const id = await endTask({ fail: true });
		await pass();
		expect(await itemsOf(1)).toEqual([expect.objectContaining({ jobId: id, event: 'failed' })]);
	});

	it('is confirmed where that is chosen', async () => {
		await open({ confirm: true });
		const id = await endTask();
		await pass();
		await itemsOf(1);
		expect(sandbox.piapi.task({ id }).reads).toBe(2);
	});

	it('is read 100 at a time, and the rest soon after', async () => {
		await open();
		for (let nth = 0; nth < 130; nth++) await endTask();
		await pass();
		await until('the first hundred', () => host.executions.length === 100);
		await itemsOf(100);
		expect(manualClock.sleeps()[0]).toBeLessThanOrEqual(0.6 * MINUTE);
		await pass();
		const items = await itemsOf(130);
		expect(new Set(idsOf(items)).size).toBe(130);
		expect(host.executions).toHaveLength(130);
	});

	it('is asked for again after a trouble, with growing pauses', async () => {
		await open();
		const id = await endTask();
		sandbox.piapi.fault({ on: 'endpoint', path: 'histories', kind: 'status', status: 500 });
		const pauses: number[] = [];
		for (let looks = 0; looks < 3; looks++) {
			await pass();
			pauses.push((manualClock.sleeps()[0] ?? 0) / MINUTE);
		}
		[5, 10, 20].forEach((minutes, index) => {
			expect(pauses[index]).toBeGreaterThanOrEqual(0.8 * minutes);
			expect(pauses[index]).toBeLessThanOrEqual(1.2 * minutes);
		});
		expect([trigger.errors, trigger.failures]).toEqual([[], []]);
		sandbox.piapi.clearFaults();
		await pass();
		expect(idsOf(await itemsOf(1))).toEqual([id]);
	});
});

describe('a callback to a parked execution that got lost', () => {
	it('is made up for, once, and the execution goes on', async () => {
		const { apiKey, url, uploadUrl } = sandbox.piapi;
		host = await createHost({
			nodes: [
				{
					type: 'piapi',
					parameters: {
						...{ resource: 'task', operation: 'create', family: 'custom', completion: 'wait' },
						...{ model: 'Qubico/flux1-dev', taskType: 'txt2img', input: '{"prompt":"x"}' },
						// Nothing but the trigger looks at it.
						options: { checkEvery: 0 },
					},
				},
				{ type: 'piapiTrigger', parameters: { events: ['*'] } },
			],
			credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl, webhookSecret: SECRET } },
		});
		trigger = await host.trigger('init', 'piapiTrigger');
		sandbox.piapi.fault({ on: 'delivery', kind: 'drop', times: 1 });
		sandbox.piapi.behave({ hold: true, times: 1 });
		const execution = await host.run();
		expect(execution.status).toBe('waiting');
		sandbox.piapi.finish({ id: String(sandbox.piapi.tasks()[0]?.id) });
		await sandbox.piapi.idle();
		await pass();
		await until('the execution to go on', () => execution.resumes === 1);
		await pass();
		expect(execution.resumes).toBe(1);
	});
});

describe('nothing is asked', () => {
	it.each<[string, IDataObject]>([
		['Catch Up is off', { catchUp: false }],
		['it is to happen every 0 minutes', { catchUpEvery: 0 }],
		['events are told apart by their own ID', { deduplicateBy: 'event' }],
		['every delivery counts', { deduplicateBy: 'off' }],
	])('when %s', async (_, options) => {
		await open(options);
		await pass();
		expect([manualClock.sleeps(), calls()]).toEqual([[], 0]);
	});

	it('after the workflow was unpublished, not even when a look is under way', async () => {
		await open();
		await endTask();
		sandbox.piapi.fault({ on: 'endpoint', path: 'histories', kind: 'slow', ms: 20_000, times: 1 });
		const looking = pass();
		await until('the look', () => calls() === 1);
		await trigger.close();
		await looking;
		expect([host.executions.length, manualClock.sleeps()]).toEqual([0, []]);
	});
});
