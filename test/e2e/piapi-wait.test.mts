import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import { CREATE, piapiCredential, piapiSandbox } from './support/piapi.mts';
import { BY_HAND, saveRow, type Step } from './support/workflows.mts';
import { since } from './world/since.mts';
import { n8n, restartN8n, world } from './world/world.mts';
import { until } from '../support/until.mts';

let sandbox: Awaited<ReturnType<typeof piapiSandbox>>;
let credentials: Awaited<ReturnType<typeof piapiCredential>>[];

beforeAll(async () => {
	sandbox = await piapiSandbox();
	credentials = [await piapiCredential()];
});
beforeEach(async () => await sandbox.reset());

const PROMPTS = (count: number): Step => ({
	name: 'Prompts',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return Array.from({ length: ${count} }, (_, i) => ({ json: { prompt: 'prompt ' + i } }))`,
	},
});
const wait = (options: IDataObject = {}): Step => ({
	name: 'PiAPI',
	type: 'piapi',
	credentials,
	parameters: { ...CREATE, completion: 'wait', options },
});
const AFTER: Step = { name: 'After', type: 'n8n-nodes-base.noOp' };

async function start(count: number, options: IDataObject = {}): Promise<string> {
	const { id } = await saveRow(`Waits for ${count}`, [
		BY_HAND,
		PROMPTS(count),
		wait(options),
		AFTER,
	]);
	return await (await n8n()).runs.start(id);
}

async function park(count: number, options: IDataObject = {}): Promise<string> {
	const execution = await start(count, options);
	await (await n8n()).executions.wait(execution, ['waiting', 'error']);
	return execution;
}

async function statuses(execution: string): Promise<unknown[]> {
	// While n8n starts it shows a parked execution as crashed for a moment.
	const done = await (await n8n()).executions.wait(execution, ['success', 'error'], 150);
	return itemsOf(done, 'After').map(({ json }) => json.status);
}

describe('waiting in a real n8n', () => {
	it.each([1, 50])('one manual run parks and resumes once with %d items', async (count) => {
		await sandbox.behave({ durationMs: 30_000 });
		const execution = await park(count);
		expect(await statuses(execution)).toEqual(Array(count).fill('completed'));
		const { data } = await (await n8n()).executions.get(execution);
		expect(data.resultData.runData.After).toHaveLength(1);
		expect(await sandbox.countReads()).toBeLessThanOrEqual(3 * count);
	});

	it('goes on after n8n was killed and restarted while parked, with at most 3 looks per task', async () => {
		await sandbox.behave({ hold: true });
		const execution = await park(20);
		const tasks = await sandbox.tasks();
		for (const { id } of tasks.slice(0, 10)) await sandbox.finish({ id });
		await sandbox.idle();
		await restartN8n('kill9');
		for (const { id } of tasks.slice(10)) await sandbox.finish({ id });
		expect(await statuses(execution)).toEqual(Array(20).fill('completed'));
		expect(await sandbox.countReads()).toBeLessThanOrEqual(60);
	});

	it('takes up, after a restart, what was called back about while n8n was down', async () => {
		await sandbox.behave({ hold: true });
		const execution = await park(2);
		const [first, second] = await sandbox.tasks();
		await sandbox.fault({ on: 'delivery', kind: 'drop', times: 1 });
		await sandbox.finish({ id: first.id });
		await restartN8n('politely');
		await sandbox.finish({ id: second.id });
		expect(await statuses(execution)).toEqual(['completed', 'completed']);
	});

	it('goes on at the deadline with the task ids', async () => {
		await sandbox.behave({ hold: true });
		const execution = await park(2, { maxWait: 0.05 });
		expect(await statuses(execution)).toEqual(['timed_out', 'timed_out']);
		const { data } = await (await n8n()).executions.get(execution);
		const ids = data.resultData.runData.After[0].data?.main[0]?.map(({ json }) => json.jobId);
		expect(ids?.sort()).toEqual((await sandbox.tasks()).map(({ id }) => id).sort());
	});

	it('goes on at a deadline that passed while n8n was down', async () => {
		await sandbox.behave({ hold: true });
		const execution = await park(1, { maxWait: 0.01 });
		await restartN8n('kill9');
		expect(await statuses(execution)).toEqual(['timed_out']);
	});

	it('puts what did not complete on a second output', async () => {
		await sandbox.behave({ durationMs: 30_000, match: { input: 'prompt 1' }, fail: true });
		await sandbox.behave({ durationMs: 30_000 });
		// Before 2.39 n8n resumes on the first output only, and the node polls.
		const execution = await (since('2.39') ? park : start)(3, { separateFailed: true });
		const done = await (await n8n()).executions.wait(execution);
		expect(itemsOf(done, 'PiAPI').map(({ json }) => json.status)).toEqual([
			'completed',
			'completed',
		]);
		expect(itemsOf(done, 'PiAPI', 1).map(({ json }) => json.status)).toEqual(['failed']);
	});

	it('keeps the rounds of a loop apart: a late callback of the first wakes nobody in the second', async () => {
		await sandbox.behave({ hold: true });
		const client = await n8n();
		const saved = await saveRow('Waits in a loop', [
			BY_HAND,
			PROMPTS(2),
			{
				name: 'Loop',
				type: 'n8n-nodes-base.splitInBatches',
				typeVersion: 3,
				parameters: { batchSize: 1 },
			},
			wait(),
		]);
		const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
		await client.workflows.update(saved.id, {
			nodes: saved.nodes,
			connections: {
				...saved.connections,
				Loop: { main: [[], to('PiAPI')] },
				PiAPI: { main: [to('Loop')] },
			},
		});
		const execution = await client.runs.start(saved.id);
		await client.executions.wait(execution, ['waiting', 'error']);
		const [first] = await sandbox.tasks();
		await sandbox.finish({ id: first.id });
		await sandbox.idle();
		await until('a second task', async () => (await sandbox.tasks()).length >= 2);
		await client.executions.wait(execution, ['waiting', 'error']);

		const [delivery] = await sandbox.deliveries({ about: { taskId: first.id } });
		const [late] = await sandbox.redeliver({ id: delivery.id });
		expect([late.status, late.body]).toEqual([200, '{"status":"ignored"}']);
		const [, second] = await sandbox.tasks();
		await sandbox.finish({ id: second.id });
		const done = await client.executions.wait(execution);
		expect(done.status).toBe('success');
		const rounds = done.data.resultData.runData.PiAPI.map(({ data }) =>
			data?.main[0]?.map(({ json }) => json.jobId),
		);
		expect(rounds).toEqual([[first.id], [second.id]]);
	});

	it('parks inside a sub-workflow, and the parent gets its items', async () => {
		await sandbox.behave({ durationMs: 30_000 });
		const client = await n8n();
		const child = await saveRow('Child that waits', [
			{
				name: 'Called',
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				parameters: { inputSource: 'passthrough' },
			},
			wait(),
		]);
		await client.workflows.publish(child.id);
		const parent = await saveRow('Parent', [
			BY_HAND,
			PROMPTS(2),
			{
				name: 'Call',
				type: 'n8n-nodes-base.executeWorkflow',
				typeVersion: 1.2,
				parameters: {
					workflowId: { __rl: true, mode: 'id', value: child.id },
					options: { waitForSubWorkflow: true },
				},
			},
			AFTER,
		]);
		expect(await statuses(await client.runs.start(parent.id))).toEqual(['completed', 'completed']);
	});

	it('runs in production as well as by hand', async () => {
		await sandbox.behave({ durationMs: 30_000 });
		const client = await n8n();
		const saved = await saveRow('Waits in production', [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				parameters: { httpMethod: 'POST', path: 'start-waiting' },
			},
			wait(),
			AFTER,
		]);
		await client.workflows.publish(saved.id);
		await sandbox.send({
			url: `${world().n8n}/webhook/start-waiting`,
			body: '{}',
			headers: { 'content-type': 'application/json' },
		});
		const [{ id }] = await client.executions.waitFor({ workflowId: saved.id });
		expect(await statuses(id)).toEqual(['completed']);
	});
});
