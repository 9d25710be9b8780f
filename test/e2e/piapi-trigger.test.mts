import { beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { sql } from '../../tools/n8n/sql.mts';
import { piapiDelivery } from '../contract/support/piapiDelivery.mts';
import { CREATE, piapiCredential, piapiSandbox } from './support/piapi.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, BY_HAND, saveRow, webhookUrl } from './support/workflows.mts';
import { n8n, restartN8n, world } from './world/world.mts';

const SECRET = 'secret-of-the-e2e-test';
let sandbox: Awaited<ReturnType<typeof piapiSandbox>>;
let workflow: StoredWorkflow;
let credentials: Awaited<ReturnType<typeof piapiCredential>>[];

beforeAll(async () => {
	sandbox = await piapiSandbox();
	credentials = [await piapiCredential({ webhookSecret: SECRET })];
	workflow = await publish('PiAPI Trigger');
});

async function publish(name: string): Promise<StoredWorkflow> {
	const saved = await saveRow(name, [
		{ name: 'PiAPI Trigger', type: 'piapiTrigger', parameters: { events: ['*'] }, credentials },
		AFTER,
	]);
	await (await n8n()).workflows.publish(saved.id);
	return saved;
}

async function post(
	task: object,
	{
		to = workflow,
		secret = SECRET as string | null,
		times = 1,
		sentAt = undefined as number | undefined,
	} = {},
) {
	const all = await sandbox.send({
		url: webhookUrl(to, 'PiAPI Trigger'),
		headers: {
			'content-type': 'application/json',
			...(secret !== null && { 'x-webhook-secret': secret }),
		},
		body: JSON.stringify(piapiDelivery(task as never, sentAt)),
		times,
	});
	return all.map(({ status, body }) => ({
		status,
		answer: JSON.parse(String(body)) as { status?: string; error?: string },
	}));
}

describe('while somebody listens for a test event', () => {
	it('a refused delivery ends the listening with an error that says why', async () => {
		const { executions, runs } = await n8n();
		await runs.listen(workflow.id);
		const [{ status }] = await sandbox.send({
			url: webhookUrl(workflow, 'PiAPI Trigger').replace('/webhook/', '/webhook-test/'),
			headers: { 'content-type': 'application/json', 'x-webhook-secret': 'another secret' },
			body: JSON.stringify(piapiDelivery()),
		});
		expect(status).toBe(401);
		const [{ id }] = await executions.waitFor({ workflowId: workflow.id, status: ['error'] });
		const { data, mode } = await executions.get(id);
		expect(mode).toBe('manual');
		expect(data.resultData.error).toMatchObject({
			message: expect.stringMatching(/refused \(401\): the x-webhook-secret header does not match/),
			description: expect.stringContaining('listen again'),
		});
		expect(JSON.stringify(data)).not.toContain('another secret');
	});
});

describe('the PiAPI nodes in a real n8n', () => {
	it('create a task, are called back, and run the next workflow once', async () => {
		const client = await n8n();
		const creator = await saveRow('PiAPI creates', [
			BY_HAND,
			{
				name: 'PiAPI',
				type: 'piapi',
				credentials,
				parameters: {
					...CREATE,
					completion: 'notify',
					notifyUrl: webhookUrl(workflow, 'PiAPI Trigger'),
				},
			},
		]);
		const created = await client.executions.wait(await client.runs.start(creator.id));
		const [{ json }] = itemsOf(created, 'PiAPI');
		expect(json).toMatchObject({ jobId: expect.any(String), status: 'pending' });

		await client.executions.waitFor({ workflowId: workflow.id, status: ['success'] });
		await sandbox.idle();
		const runs = await runsOf(workflow.id, 'After');
		expect(runs).toHaveLength(1);
		expect(itemsOf(runs[0], 'After').map((item) => item.json)).toEqual([
			expect.objectContaining({
				event: 'completed',
				jobId: json.jobId,
				jobType: 'txt2img',
				status: 'completed',
				resultUrls: [expect.stringContaining('/files/')],
				error: null,
				model: 'Qubico/flux1-dev',
			}),
		]);
		expect(JSON.stringify(runs[0].data)).not.toContain(SECRET);
	});

	it('test the credential with an account call, never with a task', async () => {
		const client = await n8n();
		const tasks = (await sandbox.tasks()).length;
		const data = { apiKey: sandbox.apiKey, baseUrl: sandbox.url, uploadUrl: sandbox.url };
		expect(await client.credentials.test(credentials[0], data)).toMatchObject({ status: 'OK' });
		expect(
			await client.credentials.test(credentials[0], { ...data, apiKey: 'wrong' }),
		).toMatchObject({ status: 'Error' });
		expect(await sandbox.tasks()).toHaveLength(tasks);
	});

	it('start one run for 20 simultaneous copies of a delivery', async () => {
		const before = (await runsOf(workflow.id, 'After')).length;
		const answers = await post({ task_id: 'twenty' }, { times: 20 });
		expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
		expect(answers.map(({ answer }) => answer.status).sort()).toEqual([
			'accepted',
			...Array(19).fill('duplicate'),
		]);
		await quiet(workflow.id);
		expect(await runsOf(workflow.id, 'After')).toHaveLength(before + 1);
	});

	it.each([
		['wrong', { secret: 'wrong' }],
		['missing', { secret: null }],
		['blank', { secret: '' }],
		['stale', { sentAt: Math.floor(Date.now() / 1000) - 3600 }],
	])('answer 401 and store no execution: %s', async (name, how) => {
		const count = async () =>
			(await sql(world(), 'SELECT count(*) AS count FROM execution_entity'))[0].count;
		const before = await count();
		const [{ status, answer }] = await post({ task_id: `refused ${name}` }, how);
		expect(status).toBe(401);
		expect(answer.error).toEqual(expect.any(String));
		expect(await count()).toBe(before);
	});

	it('answer no 2xx when n8n cannot store the execution, and run the redelivery', async () => {
		const database = world();
		await sql(
			database,
			"CREATE TRIGGER refuse BEFORE INSERT ON execution_entity BEGIN SELECT RAISE(FAIL, 'refused'); END",
		);
		const [refused] = await post({ task_id: 'refused at first' });
		await sql(database, 'DROP TRIGGER refuse');
		expect(refused.status).toBe(500);
		const before = (await runsOf(workflow.id, 'After')).length;
		expect((await post({ task_id: 'refused at first' }))[0]).toEqual({
			status: 200,
			answer: { status: 'accepted' },
		});
		await quiet(workflow.id);
		expect(await runsOf(workflow.id, 'After')).toHaveLength(before + 1);
	});

	it.each(['politely', 'kill9'] as const)(
		'run none of a burst of 50 events again after n8n was restarted %s',
		async (how) => {
			const burst = await publish(`Burst, then restarted ${how}`);
			const tasks = Array.from({ length: 50 }, (_, i) => ({ task_id: `${how} ${i}` }));
			const first = await Promise.all(
				tasks.map(async (task) => (await post(task, { to: burst }))[0]),
			);
			expect(first.map(({ answer }) => answer.status)).toEqual(Array(50).fill('accepted'));
			await quiet(burst.id);
			expect(await runsOf(burst.id, 'After')).toHaveLength(50);

			await restartN8n(how);
			const again = await Promise.all(
				tasks.map(async (task) => (await post(task, { to: burst }))[0]),
			);
			expect(again.map(({ status }) => status)).toEqual(Array(50).fill(200));
			await quiet(burst.id);
			expect(await runsOf(burst.id, 'After')).toHaveLength(50);
		},
	);
});
