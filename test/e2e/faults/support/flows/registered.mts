import { n8n } from '../../../world/world.mts';
import { piCredential, piFields, piSandbox } from '../../../support/pi.mts';
import { pipaiCredential, pipaiFields, pipaiSandbox } from '../../../support/pipai.mts';
import { type Flows, publishTrigger, runByHand, stepOf } from './flow.mts';

const WRONG_KEY = 'pi_live_refused_key_3be1';
const WRONG_SECRET = 'refused-secret-of-pipai-08d4';

/** A job waited for, the registry listed, a refused key; deliveries, one of them tampered with. */
export async function piFlows(): Promise<Flows> {
	const sandbox = await piSandbox();
	await sandbox.reset();
	const credential = await piCredential();
	const step = stepOf('pi', credential);
	const { credentials } = await n8n();
	const wrong = await credentials.create('piApi', await piFields({ apiKey: WRONG_KEY }));
	const image = { resource: 'image', operation: 'generate', prompt: 'a cup' };
	const trigger = await publishTrigger(
		stepOf('piTrigger', credential)('Pi Trigger', { options: { download: true } }),
	);
	const workflowIds = [
		trigger.id,
		await runByHand('Pi waits', [
			step('Image', image),
			step('Webhooks', { resource: 'webhook', operation: 'getMany' }),
		]),
		await runByHand('Pi refuses', [
			stepOf('pi', wrong)('Image', image, 'continueRegularOutput'),
			stepOf('pi', wrong)('Again', image),
		]),
	];
	await sandbox.fault({ on: 'delivery', kind: 'tamper', times: 1 });
	for (let job = 0; job < 2; job++) {
		const id = await sandbox.start({ behaviour: { hold: true } });
		await sandbox.finish({ id });
	}
	await sandbox.idle({ timeoutMs: 120_000 });
	return {
		workflowIds,
		secrets: {
			'Pi key': [sandbox.apiKey, WRONG_KEY],
			'Pi registered secret': (await sandbox.webhooks()).map(({ secret }) => secret),
		},
	};
}

/** A backtest, the registry listed, a refused signature; deliveries, one of them tampered with. */
export async function pipaiFlows(): Promise<Flows> {
	const sandbox = await pipaiSandbox();
	await sandbox.reset();
	const credential = await pipaiCredential();
	const step = stepOf('pipai', credential);
	const { credentials } = await n8n();
	const fields = await pipaiFields({ apiSecret: WRONG_SECRET });
	const refused = stepOf('pipai', await credentials.create('pipaiApi', fields));
	const list = { resource: 'webhook', operation: 'getMany' };
	const trigger = await publishTrigger(
		stepOf('pipaiTrigger', credential)('PipAI Trigger', { simplify: false }),
	);
	const workflowIds = [
		trigger.id,
		await runByHand('PipAI lists', [
			step('Webhooks', list),
			step('Unknown', { resource: 'backtest', operation: 'get', backtestId: 'bt_unknown' }),
		]),
		await runByHand('PipAI refuses', [
			refused('Webhooks', list, 'continueRegularOutput'),
			refused('Again', list),
		]),
	];
	await sandbox.emit({ type: 'strategy.deployed' });
	await sandbox.fault({ on: 'delivery', kind: 'wrongSecret', times: 1 });
	await sandbox.emit({ type: 'strategy.error', lostAnswers: 0 });
	return {
		workflowIds,
		secrets: {
			'PipAI key': [sandbox.apiKey],
			'PipAI secret': [sandbox.apiSecret, WRONG_SECRET],
			'PipAI registered secret': (await sandbox.webhooks()).map(({ secret }) => secret),
		},
	};
}
