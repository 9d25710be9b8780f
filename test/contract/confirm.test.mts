import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { until } from '../support/until.mts';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import type { NodeUnderTest } from './harness/workflowOf.mts';
import { piapiDelivery } from './support/piapiDelivery.mts';

const SECRET = 's3cret-of-the-test';
const records = installMemoryRecords();
let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
beforeEach(async () => await open());
afterEach(async () => {
	await host.close();
	records.clear();
	sandbox.piapi.reset();
});
afterAll(async () => await sandbox.close());

async function open(
	settings: Partial<NodeUnderTest> = {},
	parameters: IDataObject = { events: ['*'], options: { confirm: true } },
) {
	await host?.close();
	const { apiKey, url, uploadUrl } = sandbox.piapi;
	host = await createHost({
		nodes: [{ type: 'piapiTrigger', parameters, ...settings }],
		credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl, webhookSecret: SECRET } },
	});
}

async function post(body: object) {
	const [{ status, body: answer }] = await sandbox.piapi.send({
		url: host.webhookUrl(),
		headers: [
			['content-type', 'application/json'],
			['x-webhook-secret', SECRET],
		],
		bodyBase64: Buffer.from(JSON.stringify(body)).toString('base64'),
	});
	return { status, answer: JSON.parse(String(answer)) as unknown };
}

const ACCEPTED = { status: 200, answer: { status: 'accepted' } };

async function createTask(behaviour: { durationMs?: number; hold?: boolean }) {
	sandbox.piapi.behave(behaviour);
	const created = await fetch(`${sandbox.piapi.url}/api/v1/task`, {
		method: 'POST',
		headers: { 'x-api-key': sandbox.piapi.apiKey, 'content-type': 'application/json' },
		body: JSON.stringify({
			model: 'Qubico/flux1-schnell',
			task_type: 'txt2img',
			input: { prompt: 'x' },
		}),
	});
	const { data } = (await created.json()) as { data: { task_id: string } };
	return data.task_id;
}

async function finishedTask() {
	const id = await createTask({ durationMs: 0 });
	await until('the end of the task', () => sandbox.piapi.task({ id }).state === 'completed');
	return id;
}

const FORGED = { output: { image_url: 'https://unconfirmed.example/x.png' } };
const done = async (index = 0) => await host.settled(host.executions[index], 'success', 'error');

/** The API answers 400 to the next looks: a refusal that is not repeated. */
const refuseLooks = (times: number) =>
	sandbox.piapi.fault({ on: 'endpoint', method: 'GET', kind: 'status', status: 400, times });

describe('when the API cannot be asked', () => {
	it('Retry On Fail emits the event at the next try', async () => {
		await open({ retryOnFail: true });
		const task_id = await finishedTask();
		refuseLooks(1);
		expect(await post(piapiDelivery({ task_id, ...FORGED }))).toEqual(ACCEPTED);
		const { error, items } = await done();
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.jobId)).toEqual([task_id]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s gives an item with the reason and the ids, and nothing unconfirmed',
		async (onError) => {
			await open({ onError });
			const task_id = await finishedTask();
			refuseLooks(10);
			const delivery = piapiDelivery({ task_id, ...FORGED });
			await post(delivery);
			const { items } = await done();
			expect(items).toHaveLength(1);
			const [{ json }] = items;
			expect(json.error).toEqual(expect.stringContaining('PiAPI'));
			expect(json.details).toMatchObject({
				jobId: task_id,
				eventId: expect.stringContaining(task_id),
			});
			expect(JSON.stringify(items)).not.toContain('unconfirmed.example');
		},
	);

	it('a later delivery of the event may start a run', async () => {
		const task_id = await finishedTask();
		refuseLooks(10);
		const delivery = piapiDelivery({ task_id });
		await post(delivery);
		expect((await done()).error).toBeDefined();
		sandbox.piapi.clearFaults();
		expect(await post(delivery)).toEqual(ACCEPTED);
		expect((await done(1)).items).toHaveLength(1);
		expect(await post(delivery)).toEqual({ status: 200, answer: { status: 'duplicate' } });
	});
});

describe('when the API says something else than the delivery', () => {
	it('an event that is not true yet fails visibly, and counts once it is true', async () => {
		await open({}, { events: ['completed'], options: { confirm: true } });
		const id = await createTask({ hold: true });
		const delivery = piapiDelivery({ task_id: id, ...FORGED });
		expect(await post(delivery)).toEqual(ACCEPTED);
		const first = await done();
		expect(first.error?.message).toMatch(/PiAPI .*processing|PiAPI .*pending/);
		expect(first.items).toEqual([]);

		sandbox.piapi.finish({ id });
		await until('the end of the task', () => sandbox.piapi.task({ id }).state === 'completed');
		expect(await post(delivery)).toEqual(ACCEPTED);
		expect((await done(1)).items.map(({ json }) => [json.event, json.jobId])).toEqual([
			['completed', id],
		]);
	});

	it('an API that is a moment behind is asked again', async () => {
		const id = await createTask({ hold: true });
		const posted = post(piapiDelivery({ task_id: id }));
		await until('the first look', () =>
			sandbox.piapi.requests().some(({ path }) => path.endsWith(id)),
		);
		sandbox.piapi.finish({ id });
		await posted;
		expect((await done()).items.map(({ json }) => json.event)).toEqual(['completed']);
	});

	it('Events is compared with what the API says', async () => {
		await open({}, { events: ['failed'], options: { confirm: true } });
		const task_id = await finishedTask();
		await post(piapiDelivery({ task_id, status: 'failed' }));
		const { error, items } = await done();
		expect([error, items]).toEqual([undefined, []]);
	});

	it('progress that the API has left behind is the end of the job, and told once', async () => {
		const task_id = await finishedTask();
		await post(piapiDelivery({ task_id, status: 'processing' }));
		await post(piapiDelivery({ task_id }));
		const [progress, end] = [await done(), await done(1)];
		expect([...progress.items, ...end.items].map(({ json }) => json.event)).toEqual(['completed']);
	});
});
