import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../tools/n8n/client/credentials.mts';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { pipaiCredential, pipaiFields, pipaiSandbox } from './support/pipai.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, BY_HAND, saveRow, webhookUrl } from './support/workflows.mts';
import { since } from './world/since.mts';
import { n8n, restartN8n } from './world/world.mts';

const TRIGGER = 'PipAI Trigger';
/** The retry schedule of 33 hours in a second. */
const FAST = 1e-5;
let pipai: Awaited<ReturnType<typeof pipaiSandbox>>;
let credential: Credential;
let workflow: StoredWorkflow;

beforeAll(async () => {
	pipai = await pipaiSandbox();
	credential = await pipaiCredential();
	await pipai.setTimeScale({ timeScale: FAST });
});
beforeEach(async () => await pipai.reset());

async function save(parameters: IDataObject = {}): Promise<void> {
	workflow = await saveRow('PipAI', [
		{ name: TRIGGER, type: 'pipaiTrigger', parameters, credentials: [credential] },
		AFTER,
	]);
}

async function publish() {
	await (await n8n()).workflows.publish(workflow.id);
	return webhookUrl(workflow, TRIGGER);
}
const unpublish = async () => await (await n8n()).workflows.unpublish(workflow.id);

async function runs() {
	await quiet(workflow.id);
	return await runsOf(workflow.id, 'After');
}

describe('the PipAI Trigger in a real n8n', () => {
	afterEach(async () => await unpublish());

	it('publish: one webhook; event: one run; unpublish: none', async () => {
		await save({ events: ['strategy.*', 'account.balance_low'], balanceLowThreshold: '250.10' });
		const url = await publish();
		const webhooks = await pipai.webhooks();
		expect(webhooks).toMatchObject([
			{ url, events: ['strategy.*', 'account.balance_low'], balanceLowThreshold: '250.10' },
		]);

		await pipai.emit({ type: 'strategy.deployed', id: 'evt_1', data: { price: '0.10' } });
		await pipai.emit({ type: 'backtest.job_done', id: 'evt_2' });
		await pipai.idle();
		const [run, ...others] = await runs();
		expect(others).toEqual([]);
		expect(itemsOf(run, 'After').map(({ json }) => json)).toEqual([
			expect.objectContaining({ event: 'strategy.deployed', data: { price: '0.10' } }),
		]);
		expect(JSON.stringify(run.data)).not.toContain(webhooks[0].secret);

		await unpublish();
		expect(await pipai.webhooks()).toEqual([]);
	});

	it('ten attempts of one event: one run, after a restart too', async () => {
		await save();
		await publish();
		const [id] = await pipai.emit({ type: 'strategy.error', lostAnswers: 9 });
		await pipai.idle({ timeoutMs: 30_000 });
		const [{ attempts }] = await pipai.deliveries({ id });
		expect(attempts).toHaveLength(10);
		expect(await runs()).toHaveLength(1);

		await restartN8n('kill9');
		const answers = await pipai.redeliver({ id });
		expect(answers.map(({ status }) => status)).toEqual([200]);
		expect(await runs()).toHaveLength(1);
		await pipai.emit({ type: 'strategy.error' });
		await pipai.idle();
		expect(await runs()).toHaveLength(2);
	});

	it('a wrong byte starts nothing', async () => {
		await save();
		const url = await publish();
		await pipai.fault({ on: 'delivery', kind: 'tamper' });
		await pipai.emit({ type: 'strategy.error' });
		await pipai.idle({ timeoutMs: 30_000 });
		const [{ attempts }] = await pipai.deliveries({ url });
		expect(attempts.map(({ answer }) => answer.status)).toEqual(Array(10).fill(401));
		const { executions } = await n8n();
		expect(await executions.list({ workflowId: workflow.id })).toEqual([]);
	});

	it('other events, published again: another webhook in its place', async () => {
		await save({ events: ['strategy.*'] });
		await publish();
		const [before] = await pipai.webhooks();
		const nodes = workflow.nodes.map((node) =>
			node.name === TRIGGER ? { ...node, parameters: { events: ['backtest.*'] } } : node,
		);
		await (await n8n()).workflows.update(workflow.id, { nodes });
		await publish();
		const [after, ...more] = await pipai.webhooks();
		expect(more).toEqual([]);
		expect(after).toMatchObject({ url: before.url, events: ['backtest.*'] });
		expect(after.id).not.toBe(before.id);
		await pipai.emit({ type: 'backtest.job_done' });
		await pipai.idle();
		expect(await runs()).toHaveLength(1);
	});

	it('25 webhooks already: the publication says so, with the remedy', async () => {
		await pipai.addWebhooks({ count: 25 });
		await save();
		await expect(publish()).rejects.toThrow(/25 webhooks.*Delete one/);
		expect(await pipai.webhooks()).toHaveLength(25);
	});

	it('a paused webhook: the publication says so and leaves it alone', async () => {
		await save();
		await publish();
		// The one way that n8n has to forget a webhook whose secret it still knows.
		await pipai.fault({ on: 'endpoint', method: 'DELETE', kind: 'status', status: 404, times: 1 });
		await unpublish();
		const [{ id }] = await pipai.webhooks();
		await pipai.changeWebhook({ id, status: 'paused' });
		await expect(publish()).rejects.toThrow(
			`The webhook ${id} is paused at PipAI. Resume or delete`,
		);
		expect(await pipai.webhooks()).toMatchObject([{ id, status: 'paused' }]);
	});

	it('while listening: a test event comes by itself, and the webhook goes', async () => {
		await save({ events: ['strategy.*'], options: { sendTestEvent: true } });
		const client = await n8n();
		await client.runs.listen(workflow.id);
		const [{ id }] = await client.executions.waitFor({ workflowId: workflow.id });
		const run = await client.executions.wait(id);
		expect(itemsOf(run, 'After').map(({ json }) => json)).toEqual([
			expect.objectContaining({ event: 'webhook.test' }),
		]);
		await waitUntil('the test webhook to go', async () => (await pipai.webhooks()).length === 0);
	});
});

describe('the PipAI credential in a real n8n', () => {
	/** n8n 2.8 finds no status in its own error, and shows a text of its own for it (n8n-workflow 2.8.0). */
	const told = (message: string, before: string) =>
		expect.stringContaining(since('2.9') ? message : before);

	it.each([
		['right', {}, 'OK', 'successful', 'successful'],
		[
			'of a wrong secret',
			{ apiSecret: 'wrong' },
			'Error',
			'the clock of this n8n',
			'Authorization failed',
		],
	])('%s', async (_what, more, status, message, before) => {
		const { credentials } = await n8n();
		const result = await credentials.test(credential, await pipaiFields(more));
		expect(result).toMatchObject({ status, message: told(message, before) });
		const requests = await pipai.requests({ path: '/v1/webhooks' });
		expect(requests.map(({ method, query }) => [method, query])).toContainEqual(['GET', 'limit=1']);
	});

	it('says which scope is missing', async () => {
		await pipai.configure({ scopes: [] });
		const { credentials } = await n8n();
		expect(await credentials.test(credential, await pipaiFields())).toMatchObject({
			status: 'Error',
			message: told('webhooks:read', 'Forbidden'),
		});
	});

	it('signs what the HTTP Request node sends', async () => {
		const saved = await saveRow('PipAI by HTTP Request', [
			BY_HAND,
			{
				name: 'HTTP',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'POST',
					url: `${String((await pipaiFields()).baseUrl)}/v1/webhooks`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'pipaiApi',
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '{ "url": "https://example.com/h", "events": ["*"] }',
				},
				credentials: [credential],
			},
		]);
		const client = await n8n();
		const run = await client.executions.wait(await client.runs.start(saved.id));
		expect(itemsOf(run, 'HTTP').map(({ json }) => json)).toMatchObject([{ status: 'active' }]);
		expect(await pipai.webhooks()).toHaveLength(1);
	});
});

describe('the PipAI node in a real n8n', () => {
	it('creates a backtest, and the trigger of another workflow hears its end once', async () => {
		await save({ events: ['backtest.job_done'] });
		await publish();
		const creator = await saveRow('PipAI backtests', [
			BY_HAND,
			{
				name: 'PipAI',
				type: 'pipai',
				credentials: [credential],
				parameters: {
					resource: 'backtest',
					operation: 'create',
					templateId: 'grid',
					params: '{}',
					symbols: 'BTCUSDT',
					timeframe: '1h',
					capital: '1250.50',
					start: '2025-01-01T00:00:00Z',
					end: '2025-06-01T00:00:00Z',
					completion: 'notify',
				},
			},
		]);
		const client = await n8n();
		const run = await client.executions.wait(await client.runs.start(creator.id));
		const [{ json }] = itemsOf(run, 'PipAI');
		expect(json).toMatchObject({ jobId: expect.stringMatching(/^bt_/) });
		await client.executions.waitFor({ workflowId: workflow.id, status: ['success'] });
		const [heard, ...more] = await runs();
		expect(more).toEqual([]);
		expect(itemsOf(heard, 'After')[0].json).toMatchObject({
			event: 'backtest.job_done',
			jobId: json.jobId,
			status: 'completed',
		});
		await unpublish();
	});
});
