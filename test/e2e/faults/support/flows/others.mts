import { randomUUID } from 'node:crypto';
import { signedSenders } from '../../../../contract/support/signedSenders.mts';
import { post } from '../../../../../tools/sandbox/shared/deliveries/post.mts';
import { Agent } from 'undici';
import { n8n } from '../../../world/world.mts';
import { connect } from '../../../support/livekit.mts';
import { pipevestCredential, pipevestSandbox } from '../../../support/pipevest.mts';
import { webhookUrl } from '../../../support/workflows.mts';
import { forgeries, rightful } from '../forgeries.mts';
import { type Flows, publishTrigger, runByHand, stepOf } from './flow.mts';

const WRONG_SECRET = 'refused-client-secret-of-pipevest-c26e';
const SENT_SECRET = 'secret-that-a-header-carries-4d90';
const PREVIOUS = 'previous-secret-of-a-sender-e7b3';

/** Calls with a token, a refused client; deliveries, one of them tampered with. */
export async function pipevestFlows(): Promise<Flows> {
	const sandbox = await pipevestSandbox();
	await sandbox.reset();
	const credential = await pipevestCredential();
	const refused = stepOf('pipevest', await pipevestCredential({ clientSecret: WRONG_SECRET }));
	const get = { resource: 'webhook', operation: 'get' };
	const trigger = await publishTrigger(
		stepOf('pipevestTrigger', credential)('Pipevest Trigger', { simplify: false }),
	);
	const workflowIds = [
		trigger.id,
		await runByHand('Pipevest calls', [stepOf('pipevest', credential)('Get', get)]),
		await runByHand('Pipevest refuses', [
			refused('Get', get, 'continueRegularOutput'),
			refused('Again', get),
		]),
	];
	await sandbox.sendEvent({ event: 'ASSET.SOLD' });
	await sandbox.fault({ on: 'delivery', kind: 'wrongSecret', times: 1 });
	await sandbox.sendEvent({ event: 'ASSET.SOLD' });
	await sandbox.idle({ timeoutMs: 120_000 });
	const tokens = (await sandbox.requests()).map(({ headers }) => String(headers.authorization));
	return {
		workflowIds,
		secrets: {
			'Pipevest client secret': [sandbox.clientSecret, WRONG_SECRET],
			'Pipevest private key': sandbox.privateKey
				.split('\n')
				.filter((line) => /^[^-]{40}/.test(line)),
			'Pipevest token': [...new Set(tokens.filter((token) => token.startsWith('Bearer ')))].map(
				(token) => token.slice('Bearer '.length),
			),
		},
	};
}

/** Deliveries, one of them signed with another secret. */
export async function liveKitFlows(): Promise<Flows> {
	const livekit = await connect();
	await livekit.reset();
	const { apiKey, apiSecret } = livekit;
	const { credentials } = await n8n();
	const credential = await credentials.create('liveKitApi', { apiKey, apiSecret, url: '' });
	const trigger = await publishTrigger(
		stepOf('liveKitTrigger', credential)('LiveKit Trigger', { simplify: false }),
	);
	await livekit.configure({ webhooks: [webhookUrl(trigger, 'LiveKit Trigger')] });
	await livekit.sendEvent({ event: 'room_finished', room: { name: 'lobby' } });
	await livekit.fault({ on: 'delivery', kind: 'wrongSecret', times: 1 });
	await livekit.sendEvent({ event: 'room_finished', room: { name: 'lobby' } });
	await livekit.idle({ timeoutMs: 120_000 });
	return { workflowIds: [trigger.id], secrets: { 'LiveKit secret': [apiSecret] } };
}

/** A sender that signs, and one whose header is the secret itself; each forged in every way. */
export async function signedFlows(): Promise<Flows> {
	const { credentials } = await n8n();
	const agent = new Agent({ connections: null });
	const senders = signedSenders.filter(({ name }) => /^(Stripe|Secret Header)$/.test(name));
	const workflowIds: string[] = [];
	for (const { sign, ...rest } of senders) {
		const signing = async (message: Parameters<typeof sign>[0]) =>
			await sign({ secret: SENT_SECRET, ...message });
		const sender = { ...rest, sign: signing };
		const secrets = { secret: SENT_SECRET, previousSecret: PREVIOUS };
		const credential = await credentials.create('signedWebhookApi', secrets);
		const parameters = { ...sender.parameters, simplify: false };
		const saved = await publishTrigger(
			stepOf('signedWebhookTrigger', credential)(sender.name, parameters),
		);
		workflowIds.push(saved.id);
		const url = webhookUrl(saved, sender.name);
		for (const make of [rightful, ...Object.values(forgeries)]) {
			await post(await make({ url, id: randomUUID(), sender }), agent);
		}
	}
	await agent.close();
	return { workflowIds, secrets: { 'Signed Webhook secret': [SENT_SECRET, PREVIOUS] } };
}
