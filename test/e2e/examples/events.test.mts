import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../../tools/n8n/client/executions.mts';
import { importExamples, startedRuns, withdrawExamples } from '../support/examples.mts';
import { connect as liveKitSandbox } from '../support/livekit.mts';
import { piCredential, piSandbox } from '../support/pi.mts';
import { pipaiCredential, pipaiSandbox } from '../support/pipai.mts';
import { pipevestCredential, pipevestSandbox } from '../support/pipevest.mts';
import { sandboxWebhook } from '../../../tools/n8n/sandboxCredentials.mts';
import { n8n, world } from '../world/world.mts';

const EXAMPLES = [
	'pi-registration-check',
	'pipai-alerts',
	'pipai-backtest-report',
	'pipevest-accounts',
	'livekit-room-finished',
	'github-messages',
];
let livekit: Awaited<ReturnType<typeof liveKitSandbox>>;
let pi: Awaited<ReturnType<typeof piSandbox>>;
let pipai: Awaited<ReturnType<typeof pipaiSandbox>>;
let pipevest: Awaited<ReturnType<typeof pipevestSandbox>>;

beforeAll(async () => {
	[livekit, pi, pipai, pipevest] = await Promise.all([
		liveKitSandbox(),
		piSandbox(),
		pipaiSandbox(),
		pipevestSandbox(),
	]);
	for (const each of [livekit, pi, pipai, pipevest]) await each.reset();
	const { apiKey, apiSecret } = livekit;
	const { credentials } = await n8n();
	await importExamples(EXAMPLES, [
		await credentials.create('liveKitApi', { apiKey, apiSecret, url: '' }),
		await credentials.create('signedWebhookApi', sandboxWebhook),
		await piCredential(),
		await pipaiCredential(),
		await pipevestCredential(),
	]);
});
afterAll(async () => await withdrawExamples(EXAMPLES));

/** What a node put out in the runs that deliveries have started, the oldest first. */
async function told(id: string, node: string, count = 1) {
	const runs = await startedRuns(id, count);
	return runs.flatMap((run) => itemsOf(run, node).map(({ json }) => json));
}

describe('examples that events start', () => {
	it('PipAI alerts become messages, whatever they bring', async () => {
		const createdAt = '2026-04-29T12:30:00.000Z';
		const stopped = { type: 'strategy.stopped', createdAt };
		await pipai.emit({ ...stopped, data: { strategy_id: 'strat_91c2d0', reason: 'drawdown' } });
		await pipai.emit({ type: 'strategy.deployed' });
		await pipai.idle();
		expect(await told('pipai-alerts', 'Send it')).toEqual([
			{
				text: '🟠 A strategy has stopped\n29 Apr 2026, 12:30 UTC\n• strategy_id: strat_91c2d0\n• reason: drawdown',
			},
		]);
		expect(await pipai.webhooks()).toContainEqual(
			expect.objectContaining({ balanceLowThreshold: '250' }),
		);
	});

	it('a backtest that is finished becomes a report in a file', async () => {
		const { executions, runs } = await n8n();
		const created = await executions.wait(await runs.start('pipai-backtest-report'));
		expect(created.status).toBe('success');
		const [run] = await startedRuns('pipai-backtest-report', 2);
		const [{ binary }] = itemsOf(run, 'Report as a file');
		expect(binary?.data.fileName).toBe('backtest.md');
		const report = String(await executions.binary(binary!.data));
		expect(report).toContain('# Backtest of grid\n\nBTCUSDT, 1h candles, capital 1000.00\n');
		expect(report).toContain('| total return | 0.1250 |\n| max drawdown | 0.0310 |\n');
	});

	it('Pipevest accounts that are opened or changed become texts', async () => {
		const data = { accountId: 123, customerId: 456, status: 'ACTIVE' };
		await pipevest.sendEvent({ event: 'ACCOUNT.CREATED', data });
		await pipevest.sendEvent({ event: 'ACCOUNT.UPDATED', data });
		await pipevest.idle();
		expect(await told('pipevest-accounts', 'Welcome the customer', 2)).toEqual([
			{ text: 'Welcome, customer 456: your account 123 is open.' },
		]);
		expect(await told('pipevest-accounts', 'Note the change', 2)).toEqual([
			{ text: expect.stringMatching(/^Account 123 is ACTIVE since 20\d\d-\S+Z\.$/) },
		]);
	});

	it('a LiveKit room that is finished becomes a line about it', async () => {
		const workflow = await (await n8n()).workflows.get('livekit-room-finished');
		const { webhookId } = workflow.nodes.find(({ name }) => name === 'LiveKit Trigger')!;
		await livekit.configure({ webhooks: [`${world().n8n}/webhook/${webhookId}/webhook`] });
		const creationTime = String(Math.floor(Date.now() / 1000) - 42 * 60);
		await livekit.sendEvent({ event: 'room_started', room: { name: 'lobby' } });
		await livekit.sendEvent({ event: 'room_finished', room: { name: 'lobby', creationTime } });
		await livekit.idle();
		expect(await told('livekit-room-finished', 'Keep it')).toEqual([
			{ text: 'The room lobby was open for 42 minutes.' },
		]);
	});

	it('a signed delivery of GitHub becomes a message, sent by the row that signs one', async () => {
		const { executions, runs } = await n8n();
		const start = async () =>
			await executions.wait(
				await runs.start('github-messages', { trigger: 'Send a test delivery' }),
			);
		const sent = await start();
		expect(sent.status).toBe('success');
		expect(itemsOf(sent, 'Deliver it')).toMatchObject([{ json: { status: 'accepted' } }]);
		// The run by hand is one of them.
		expect(await told('github-messages', 'Send it', 2)).toEqual([
			{ text: 'octocat opened A test' },
		]);
	});

	it('a Pi webhook that somebody has switched off is switched on again', async () => {
		const { executions, runs } = await n8n();
		const active = async () => (await pi.webhooks()).filter(({ isActive }) => isActive);
		const [{ id }] = await active();
		const check = async () =>
			await executions.wait(await runs.start('pi-registration-check', { trigger: 'Every hour' }));

		expect(itemsOf(await check(), 'Switch it on')).toEqual([]);
		await pi.switchWebhook({ id, isActive: false });
		expect((await check()).status).toBe('success');
		expect((await active()).map((entry) => entry.id)).toEqual([id]);
	});
});
