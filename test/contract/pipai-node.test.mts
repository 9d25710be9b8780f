import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { createHost } from './harness/createHost.mts';
import { createReceiver } from './support/createReceiver.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pipai'], timeScale: 0.001 });
});
afterEach(() => sandbox.pipai.reset());
afterAll(async () => await sandbox.close());

/** Runs the node once per item and gives what comes out. */
async function run(resource: string, operation: string, parameters: IDataObject, items = [{}]) {
	const { url: baseUrl, apiKey, apiSecret } = sandbox.pipai;
	const host = await createHost({
		nodes: [{ type: 'pipai', parameters: { resource, operation, ...parameters } }],
		credentials: { pipaiApi: { baseUrl, apiKey, apiSecret } },
	});
	const execution = await host.run(items);
	await host.close();
	// The engine keeps a copy of an error, which is no Error any more.
	if (execution.error) throw new Error(execution.error.message);
	return execution.items.map(({ json }) => json);
}

const sent = (path: string) =>
	sandbox.pipai.requests({ method: 'POST', path }).map(({ body }) => body);

const order = {
	templateId: 'grid',
	params: '{"step": 0.10000000000000000001}',
	symbols: 'BTCUSDT, ETHUSDT',
	timeframe: '1h',
	capital: '1250.50',
};
const span = { start: '2025-01-01T00:00:00Z', end: '2025-06-01T00:00:00Z' };

describe('webhooks', () => {
	it('are created with a secret that is shown once', async () => {
		const [created] = await run('webhook', 'create', {
			url: 'https://example.com/hook',
			events: ['account.balance_low'],
			balanceLowThreshold: '0.10',
			options: { description: 'Mine', additionalEvents: 'strategy.resumed' },
		});
		expect(created).toMatchObject({
			id: expect.stringMatching(/^wh_/),
			events: ['account.balance_low', 'strategy.resumed'],
			description: 'Mine',
			secret: sandbox.pipai.webhooks()[0].secret,
		});
		expect(JSON.parse(sent('/v1/webhooks')[0])).toMatchObject({ balance_low_threshold: '0.10' });
		const [listed] = await run('webhook', 'getMany', { returnAll: true });
		expect(listed).not.toHaveProperty('secret');
	});

	it('with a URL that is registered are refused, with the remedy', async () => {
		const parameters = { url: 'https://example.com/hook', events: ['*'] };
		await run('webhook', 'create', parameters);
		await expect(run('webhook', 'create', parameters)).rejects.toThrow('Delete it first');
		expect(sandbox.pipai.webhooks()).toHaveLength(1);
	});

	it.each([
		[{ returnAll: true }, 25],
		[{ returnAll: false, limit: 7 }, 7],
		[{}, 25],
		[{ returnAll: true, filters: { status: 'broken' } }, 1],
		[{ returnAll: true, filters: { event: 'account.balance_low' } }, 25],
		[{ returnAll: true, filters: { event: 'strategy.error' } }, 0],
	])('are listed: %j', async (parameters, count) => {
		sandbox.pipai.addWebhooks({ count: 25 });
		const { id } = sandbox.pipai.webhooks()[3];
		sandbox.pipai.changeWebhook({ id, status: 'broken' });
		expect(await run('webhook', 'getMany', parameters)).toHaveLength(count);
	});

	it('are deleted, and an unknown one is a mistake', async () => {
		sandbox.pipai.addWebhooks({ count: 1 });
		const [{ id }] = sandbox.pipai.webhooks();
		expect(await run('webhook', 'delete', { webhookId: id })).toEqual([{ deleted: true, id }]);
		await expect(run('webhook', 'delete', { webhookId: id })).rejects.toThrow(
			'nothing with this ID',
		);
	});

	it.each([
		[200, true, 'it answered 200'],
		[401, false, 'the secret of this very webhook'],
	])('are tested, and the answer %i explained', async (status, delivered, meaning) => {
		const receiver = await createReceiver([status]);
		await run('webhook', 'create', { url: receiver.url, events: ['*'] });
		const [{ id }] = sandbox.pipai.webhooks();
		const [result] = await run('webhook', 'sendTest', {
			webhookId: id,
			eventType: 'strategy.error',
		});
		expect(result).toMatchObject({
			webhookId: id,
			delivered,
			response_status: status,
			explanation: expect.stringContaining(meaning),
		});
		expect(receiver.received[0].headers['x-pipai-event-type']).toBe('strategy.error');
		await receiver.close();
	});
});

describe('strategies', () => {
	it('are sent digit by digit as they were typed', async () => {
		const [created] = await run('strategy', 'create', { name: 'Grid', ...order, leverage: 3 });
		expect(created).toMatchObject({ status: 'draft', capital: '1250.50', leverage: 3 });
		expect(sent('/v1/strategies')[0]).toContain('"params":{"step": 0.10000000000000000001}');
	});

	it.each([
		['nothing', {}, true],
		['true', { dryRun: true }, true],
		['text', { dryRun: '={{ "false" }}' }, true],
		['false', { dryRun: false }, false],
	])('are deployed dry unless that is switched off: %s', async (_what, parameters, dryRun) => {
		const [{ id }] = await run('strategy', 'create', { name: 'Grid', ...order });
		const options = { capital: '99.90' };
		const [deployed] = await run('strategy', 'deploy', { strategyId: id, ...parameters, options });
		expect(deployed).toMatchObject({ status: 'deployed', dry_run: dryRun, capital: '99.90' });
		expect(JSON.parse(sent('/deploy')[0])).toEqual({ dry_run: dryRun, capital: '99.90' });
	});

	it.each([
		[{ capital: 0.3 }, '"Capital" is a number, and fractions lose digits: 0.3'],
		[{ capital: ' ' }, '"Capital" is empty'],
		[{ symbols: ' , ' }, '"Symbols" has 0 names'],
		[{ params: '[]' }, '"Params" is no JSON object'],
		[{ name: ' ' }, '"Name" is empty'],
	])('are refused before PipAI is asked: %j', async (wrong, why) => {
		const parameters = { name: 'Grid', ...order, ...wrong };
		await expect(run('strategy', 'create', parameters)).rejects.toThrow(why);
		expect(sandbox.pipai.countRequests()).toBe(0);
	});

	it('are never created twice: what may have arrived is not sent again', async () => {
		sandbox.pipai.fault({ on: 'endpoint', method: 'POST', kind: 'refuse', processed: true });
		await expect(run('strategy', 'create', { name: 'Grid', ...order })).rejects.toThrow();
		expect(sandbox.pipai.strategies()).toHaveLength(1);
		expect(sandbox.pipai.countRequests()).toBe(1);
	});
});

describe('backtests', () => {
	const backtest = { ...order, ...span };

	it('are waited for, one item each in the order of the items', async () => {
		const templateId = '={{ $json.template }}';
		const items = ['a', 'b', 'c'].map((template) => ({ template }));
		const done = await run('backtest', 'create', { ...backtest, templateId }, items);
		expect(done).toEqual(
			items.map(({ template }) => ({
				jobId: expect.stringMatching(/^bt_/),
				jobType: 'backtest',
				status: 'completed',
				resultUrls: [],
				error: null,
				reference: null,
				metadata: null,
				occurredAt: expect.any(String),
				data: expect.objectContaining({ template_id: template, capital: '1250.50' }),
			})),
		);
	});

	it('that fail say why, and come second where that is asked', async () => {
		sandbox.pipai.configure({ backtestOutcome: 'failed' });
		const [failed] = await run('backtest', 'create', {
			...backtest,
			options: { separateFailed: true },
		});
		expect(failed).toMatchObject({ status: 'failed', error: expect.stringContaining('history') });
	});

	it('are not waited for longer than is said', async () => {
		sandbox.pipai.configure({ holdBacktests: true });
		const [late] = await run('backtest', 'create', { ...backtest, options: { maxWait: 0 } });
		expect(late).toMatchObject({ jobId: sandbox.pipai.backtests()[0].id, status: 'timed_out' });
	});

	it('are handed over to a trigger that hears of them, and to nobody else', async () => {
		const handOver = async () =>
			await run('backtest', 'create', { ...backtest, completion: 'notify' });
		await expect(handOver()).rejects.toThrow('No active webhook hears backtest.job_done');
		expect(sandbox.pipai.backtests()).toEqual([]);
		await run('webhook', 'create', { url: 'https://example.com/hook', events: ['backtest.*'] });
		expect(await handOver()).toMatchObject([{ status: 'queued' }]);
	});

	it('are left alone where nobody waits', async () => {
		expect(await run('backtest', 'create', { ...backtest, completion: 'none' })).toMatchObject([
			{ jobId: expect.stringMatching(/^bt_/), status: 'queued' },
		]);
	});

	it('take times in UTC, and what else was chosen', async () => {
		const options = { leverage: 2, feeModel: 'fixed_bps', feeBps: 7, strategyId: 'strat_1' };
		await run('backtest', 'create', { ...backtest, completion: 'none', options });
		expect(JSON.parse(sent('/v1/backtest/jobs')[0])).toMatchObject({
			start: '2025-01-01T00:00:00Z',
			end: '2025-06-01T00:00:00Z',
			leverage: 2,
			fee_model: 'fixed_bps',
			fee_bps: 7,
			strategy_id: 'strat_1',
		});
	});

	it.each([
		[{ start: 'soon' }, '"Start" is not a date and time: "soon"'],
		[{ end: span.start }, '"Start" is not before "End"'],
	])('are refused: %j', async (wrong, why) => {
		await expect(run('backtest', 'create', { ...backtest, ...wrong })).rejects.toThrow(why);
	});

	it('are read, alone and over all pages', async () => {
		const many = Array.from({ length: 103 }, () => ({}));
		const created = await run('backtest', 'create', { ...backtest, completion: 'none' }, many);
		sandbox.pipai.clearRequests();
		const listed = await run('backtest', 'getMany', { returnAll: true });
		expect(listed.map(({ jobId }) => jobId).sort()).toEqual(
			created.map(({ jobId }) => jobId).sort(),
		);
		expect(sandbox.pipai.countRequests()).toBe(2);
		const [{ jobId: backtestId }] = created;
		expect(await run('backtest', 'get', { backtestId, simplify: false })).toMatchObject([
			{ id: backtestId, template_id: 'grid' },
		]);
		const filters = { templateId: 'other', from: '2020-01-01', to: '2099-01-01' };
		expect(await run('backtest', 'getMany', { returnAll: true, filters })).toEqual([]);
	});
});

describe('limits', () => {
	it('of the rate are waited for by safe calls', async () => {
		const body = { code: 'RATE_LIMITED', message: 'slow down' };
		sandbox.pipai.fault({
			on: 'endpoint',
			kind: 'status',
			status: 429,
			retryAfter: 0,
			body,
			times: 2,
		});
		expect(await run('webhook', 'getMany', {})).toEqual([]);
		expect(sandbox.pipai.countRequests()).toBe(3);
	});

	it('of the rate end a call that is not safe', async () => {
		sandbox.pipai.configure({ weightBudget: 4 });
		await expect(run('strategy', 'create', { name: 'x', ...order })).rejects.toThrow(
			'Wait and try again',
		);
		expect(sandbox.pipai.countRequests()).toBe(1);
	});

	it('of the account are final', async () => {
		sandbox.pipai.addWebhooks({ count: 25 });
		const parameters = { url: 'https://example.com/hook', events: ['*'] };
		await expect(run('webhook', 'create', parameters)).rejects.toThrow(/25 webhooks.*Delete one/);
		expect(sandbox.pipai.countRequests()).toBe(1);
	});
});
