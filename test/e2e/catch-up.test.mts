import { beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { piapiCredential, piapiFields, piapiSandbox } from './support/piapi.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, saveRow, webhookUrl } from './support/workflows.mts';
import { n8n, restartN8n, world } from './world/world.mts';

const TASKS = 30;
const SECRET = 'secret-of-the-missed';
let sandbox: Awaited<ReturnType<typeof piapiSandbox>>;
let workflow: StoredWorkflow;

beforeAll(async () => {
	sandbox = await piapiSandbox();
	await sandbox.reset();
	workflow = await saveRow('Catches up', [
		{
			name: 'PiAPI Trigger',
			type: 'piapiTrigger',
			parameters: { events: ['*'] },
			credentials: [await piapiCredential({ webhookSecret: SECRET })],
		},
		AFTER,
	]);
	await (await n8n()).workflows.publish(workflow.id);
});

async function createTask(): Promise<string> {
	const { baseUrl, apiKey } = await piapiFields();
	const created = await request(`${String(baseUrl)}/api/v1/task`, {
		method: 'POST',
		headers: { 'x-api-key': String(apiKey), 'content-type': 'application/json' },
		body: JSON.stringify({
			model: 'Qubico/flux1-dev',
			task_type: 'txt2img',
			input: { prompt: 'x' },
			config: {
				webhook_config: { endpoint: webhookUrl(workflow, 'PiAPI Trigger'), secret: SECRET },
			},
		}),
	});
	return ((await created.body.json()) as { data: { task_id: string } }).data.task_id;
}

async function isDown(): Promise<boolean> {
	try {
		await (await request(`${world().n8n}/healthz`)).body.dump();
		return false;
	} catch {
		return true;
	}
}

async function runs() {
	await quiet(workflow.id);
	return await runsOf(workflow.id, 'After');
}

describe('tasks that finish while n8n is down', () => {
	it('run once each when it is back, also after a further restart', async () => {
		await sandbox.behave({ hold: true });
		const ids: string[] = [];
		while (ids.length < TASKS) ids.push(await createTask());
		const restarted = restartN8n('kill9');
		await waitUntil('n8n to be down', isDown, 30);
		for (const id of ids) await sandbox.finish({ id });
		await sandbox.idle({ timeoutMs: 30_000 });
		await restarted;
		await waitUntil('the runs', async () => (await runs()).length >= TASKS, 90);
		const items = (await runs()).flatMap((run) => itemsOf(run, 'After').map(({ json }) => json));
		expect(items.map(({ jobId }) => jobId).sort()).toEqual([...ids].sort());
		for (const item of items) expect(item).toMatchObject({ event: 'completed', caughtUp: true });

		const before = await sandbox.countRequests({ path: 'histories' });
		await restartN8n('kill9');
		const isAsked = async () => (await sandbox.countRequests({ path: 'histories' })) > before;
		await waitUntil('the next look', isAsked, 60);
		await sandbox.idle({ timeoutMs: 30_000 });
		expect(await runs()).toHaveLength(TASKS);
	}, 300_000);
});
