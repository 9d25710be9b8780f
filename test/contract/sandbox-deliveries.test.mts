import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../../tools/sandbox/control.mts';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import type { Clock } from '../../tools/sandbox/shared/clock.mts';
import { createDeliveries } from '../../tools/sandbox/shared/deliveries/createDeliveries.mts';
import { createFaults } from '../../tools/sandbox/shared/faults.mts';
import { RETRY_AFTER } from '../../tools/sandbox/piapi/tasks/retryAfter.mts';
import { createReceiver } from './support/createReceiver.mts';

type Receiver = Awaited<ReturnType<typeof createReceiver>>;
let sandbox: Sandbox;
let receiver: Receiver | undefined;

beforeAll(async () => {
	sandbox = await startSandbox({ timeScale: 0.001 });
});
afterEach(async () => {
	sandbox.piapi.reset();
	await receiver?.close();
});
afterAll(async () => await sandbox.close());

/** Creates a held task whose callback goes to a receiver that answers `statuses` in turn. */
async function createHeld({ path = '/api/v1/task', secret = 's3cret', statuses = [] as number[] }) {
	receiver = await createReceiver(statuses);
	sandbox.piapi.behave({ hold: true, times: 1 });
	const endpoint = receiver.url;
	const body = {
		model: 'midjourney',
		task_type: 'imagine',
		input: { prompt: 'x' },
		config: { webhook_config: { endpoint, secret } },
		prompt: 'x',
		webhook_endpoint: endpoint,
		webhook_secret: secret,
	};
	const answer = await fetch(`${sandbox.piapi.url}${path}`, {
		method: 'POST',
		headers: { 'x-api-key': sandbox.piapi.apiKey },
		body: JSON.stringify(body),
	});
	const created = (await answer.json()) as { task_id?: string; data?: { task_id: string } };
	return { id: created.data?.task_id ?? created.task_id ?? '', receiver };
}

const finish = async (id: string) => {
	sandbox.piapi.finish({ id });
	await sandbox.piapi.idle();
};

describe('a callback', () => {
	it('carries the get answer, the secret and one timestamp for all attempts', async () => {
		const { id, receiver: hook } = await createHeld({ statuses: [500, 302] });
		await finish(id);
		const bodies = hook.received.map(({ body }) => JSON.parse(body));
		expect(bodies).toHaveLength(3);
		expect(new Set(bodies.map(({ timestamp }) => timestamp)).size).toBe(1);
		expect(Object.keys(bodies[0])).toEqual(['timestamp', 'data']);
		expect(bodies[0].data).toMatchObject({ task_id: id, status: 'completed' });
		expect(hook.received[2]?.headers['x-webhook-secret']).toBe('s3cret');
		expect(sandbox.piapi.deliveries()[0]?.state).toBe('delivered');
	});

	it('is given up after three attempts', async () => {
		const { id, receiver: hook } = await createHeld({ statuses: [404, 401, 503] });
		await finish(id);
		expect(hook.received).toHaveLength(3);
		expect(sandbox.piapi.deliveries()[0]?.state).toBe('gaveUp');
	});

	it('has no secret header when none was given', async () => {
		const { id, receiver: hook } = await createHeld({ secret: '' });
		await finish(id);
		expect(hook.received[0]?.headers).not.toHaveProperty('x-webhook-secret');
	});

	it('of legacy Midjourney is the fetch answer', async () => {
		const { id, receiver: hook } = await createHeld({ path: '/mj/v2/imagine' });
		await finish(id);
		const answer = await fetch(`${sandbox.piapi.url}/mj/v2/fetch`, {
			method: 'POST',
			headers: { 'x-api-key': sandbox.piapi.apiKey },
			body: JSON.stringify({ task_id: id }),
		});
		const body: unknown = JSON.parse(hook.received[0]?.body ?? '');
		expect(body).toEqual(await answer.json());
		expect(body).toMatchObject({ task_id: id, status: 'finished' });
	});
});

describe('the engine', () => {
	it.each([
		['PiAPI', [...RETRY_AFTER], [5000, 5000]],
		['a longer schedule', [1e3, 5e3, 3e4, 1.2e5], [1000, 5000, 30_000, 120_000]],
	])('waits as the schedule of %s says', async (_whose, schedule, waits) => {
		receiver = await createReceiver(Array<number>(9).fill(500));
		const waited: number[] = [];
		const clock: Clock = {
			scale: 1,
			now: Date.now,
			sleep: async (ms) => void waited.push(ms),
			close: () => undefined,
		};
		const deliveries = createDeliveries({ clock, faults: createFaults() });
		await deliveries.deliver({
			url: receiver.url,
			about: {},
			schedule,
			timeoutMs: 5000,
			body: () => '{}',
			headers: () => ({}),
		}).done;
		await deliveries.close();
		expect(waited).toEqual(waits);
		expect(receiver.received).toHaveLength(waits.length + 1);
	});
});

describe('faults of deliveries', () => {
	it.each([
		['wrongSecret', 'not-s3cret'],
		['missingSecret', undefined],
		['blankSecret', ''],
	] as const)('%s', async (kind, secret) => {
		const { id, receiver: hook } = await createHeld({});
		sandbox.piapi.fault({ on: 'delivery', kind, about: { taskId: id }, times: 1 });
		await finish(id);
		expect(hook.received[0]?.headers['x-webhook-secret']).toBe(secret);
	});

	it('duplicate: the same bytes as often as asked', async () => {
		const { id, receiver: hook } = await createHeld({});
		sandbox.piapi.fault({ on: 'delivery', kind: 'duplicate', count: 20, times: 1 });
		await finish(id);
		expect(hook.received).toHaveLength(20);
		expect(new Set(hook.received.map(({ body }) => body)).size).toBe(1);
	});

	it('drop and refuse: nothing arrives, or only the retry', async () => {
		const { id, receiver: hook } = await createHeld({});
		sandbox.piapi.fault({ on: 'delivery', kind: 'drop', about: { event: 'processing' } });
		sandbox.piapi.sendEvent({ id, state: 'processing' });
		sandbox.piapi.fault({ on: 'delivery', kind: 'refuse', times: 2 });
		await finish(id);
		expect(hook.received).toHaveLength(1);
		expect(sandbox.piapi.deliveries().map(({ state }) => state)).toEqual(['dropped', 'delivered']);
	});

	it('reorder, stale and tamper', async () => {
		const { id, receiver: hook } = await createHeld({});
		sandbox.piapi.fault({ on: 'delivery', kind: 'reorder', count: 2, times: 2 });
		sandbox.piapi.fault({ on: 'delivery', kind: 'stale', seconds: 3600, times: 1 });
		sandbox.piapi.fault({ on: 'delivery', kind: 'tamper', search: id, replacement: 'x' });
		sandbox.piapi.sendEvent({ id, state: 'processing' });
		await finish(id);
		const [last, first] = hook.received.map(({ body }) => JSON.parse(body));
		expect([first.data.status, last.data.status]).toEqual(['processing', 'completed']);
		expect(last.timestamp - first.timestamp).toBeGreaterThan(3500);
		expect(first.data.task_id).toBe('x');
	});
});

it('is controlled from another process by the same methods', async () => {
	const remote = await connect(sandbox.piapi.url);
	const { id, receiver: hook } = await createHeld({});
	expect(await remote.finish({ id })).toBe(true);
	await remote.idle();
	const [delivery] = await remote.deliveries({ about: { taskId: id } });
	const answers = await remote.redeliver({ id: delivery?.id ?? '', times: 5 });
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
	expect(hook.received).toHaveLength(6);
	await expect(remote.task({ id: 'unknown' })).rejects.toThrow('No task unknown');
});
