import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { CREATE, piapiCredential, piapiSandbox } from '../e2e/support/piapi.mts';
import { piCredential, piSandbox } from '../e2e/support/pi.mts';
import { saveRow, webhookUrl } from '../e2e/support/workflows.mts';
import { n8n, world } from '../e2e/world/world.mts';
import { tell } from './support/counted.mts';
import { settled } from './support/settled.mts';
import { type Ledger, startLedger } from './support/startLedger.mts';
import { kill9, restart } from './world/cluster.mts';

/** Five n8n at once take their time on a busy machine. */
jest.setTimeout(300_000);

const TASKS = 20;

let ledger: Ledger;
beforeAll(async () => (ledger = await startLedger()));
beforeEach(() => ledger.runs.clear());
afterAll(async () => await ledger.close());

const once = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, 1]));

describe('with main, processors and workers', () => {
	it('publish registers the public URL once, and what is delivered there runs once', async () => {
		const pi = await piSandbox();
		const client = await n8n();
		const workflow = await saveRow('Pi in queue mode', [
			{ name: 'Pi Trigger', type: 'piTrigger', credentials: [await piCredential()] },
			tell(ledger),
		]);
		await client.workflows.publish(workflow.id);
		const registered = (await pi.webhooks()).map(({ endpointUrl }) => endpointUrl);
		expect(registered).toEqual([webhookUrl(workflow, 'Pi Trigger')]);

		const id = await pi.start({ behaviour: { hold: true } });
		await pi.finish({ id });
		await pi.idle({ timeoutMs: 30_000 });
		await client.executions.waitFor({ workflowId: workflow.id, status: ['success'] });
		expect(await settled(workflow.id)).toEqual([]);
		expect(Object.fromEntries(ledger.runs)).toEqual(once([id]));

		await client.workflows.unpublish(workflow.id);
		expect((await pi.webhooks()).filter(({ isActive }) => isActive)).toEqual([]);
	});

	it('a wait for 20 tasks goes on once, though a worker and a processor die meanwhile', async () => {
		const sandbox = await piapiSandbox();
		await sandbox.behave({ hold: true });
		// Each callback comes three times at once.
		await sandbox.fault({ on: 'delivery', kind: 'duplicate', count: 3 });
		const client = await n8n();
		const saved = await saveRow('Waits in queue mode', [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				parameters: { httpMethod: 'POST', path: 'wait-in-queue-mode' },
			},
			{
				name: 'Prompts',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'body.prompts' },
			},
			{
				name: 'PiAPI',
				type: 'piapi',
				credentials: [await piapiCredential()],
				parameters: { ...CREATE, completion: 'wait' },
			},
			tell(ledger),
		]);
		await client.workflows.publish(saved.id);
		await sandbox.send({
			url: `${world().n8n}/webhook/wait-in-queue-mode`,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ prompts: Array.from({ length: TASKS }, (_, i) => `prompt ${i}`) }),
		});
		await client.executions.waitFor({ workflowId: saved.id, status: ['waiting'] });
		const ids = (await sandbox.tasks()).map(({ id }) => id);
		expect(ids).toHaveLength(TASKS);

		const finish = async (some: string[]) =>
			await Promise.all(some.map(async (id) => await sandbox.finish({ id })));
		await finish(ids.slice(0, TASKS / 2));
		await Promise.all([kill9('worker-1'), kill9('processor-1')]);
		await finish(ids.slice(TASKS / 2));
		await Promise.all([restart('worker-1'), restart('processor-1')]);

		await waitUntil('all items', async () => ledger.runs.size === TASKS, 120);
		expect(await settled(saved.id)).toEqual([]);
		expect(Object.fromEntries(ledger.runs)).toEqual(once(ids));
		expect(await client.executions.list({ workflowId: saved.id })).toHaveLength(1);
	});
});
