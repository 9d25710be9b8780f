import { piapiDelivery } from '../../../../contract/support/piapiDelivery.mts';
import { CREATE, piapiCredential, piapiSandbox } from '../../../support/piapi.mts';
import { webhookUrl } from '../../../support/workflows.mts';
import { type Flows, publishTrigger, runByHand, stepOf } from './flow.mts';

const OWN = 'own-webhook-secret-of-piapi-9f27';
const PREVIOUS = 'previous-webhook-secret-of-piapi-51c0';
const WRONG_KEY = 'refused-key-of-piapi-77ad';
const TRIGGER = 'PiAPI Trigger';
const SAID = { message: [{ role: 'user', content: 'hi' }] };

/** Jobs waited for, told of and refused; files, chat, Midjourney; forged and old deliveries. */
export async function piapiFlows(): Promise<Flows> {
	const sandbox = await piapiSandbox();
	await sandbox.reset();
	const own = { webhookSecret: OWN, previousWebhookSecret: PREVIOUS };
	const credential = await piapiCredential(own);
	const step = stepOf('piapi', credential);
	const derived = stepOf('piapi', await piapiCredential());
	const refused = stepOf('piapi', await piapiCredential({ apiKey: WRONG_KEY, ...own }));
	const trigger = stepOf('piapiTrigger', credential);
	const simplified = await publishTrigger(
		trigger(TRIGGER, { events: ['*'], options: { download: true, confirm: true } }),
	);
	const raw = await publishTrigger(trigger(TRIGGER, { events: ['*'], simplify: false }));
	const notify = (to: typeof raw) => ({
		...{ ...CREATE, completion: 'notify', notifyUrl: webhookUrl(to, TRIGGER) },
	});
	const wait = { ...CREATE, completion: 'wait' };
	const chat = { resource: 'chat', operation: 'complete', model: 'gpt-4o', messages: SAID };
	const get = { resource: 'task', operation: 'get', taskId: 'unknown' };
	const goOn = 'continueRegularOutput';

	const workflowIds = [
		simplified.id,
		raw.id,
		await runByHand('PiAPI waits, downloads, uploads', [
			step('Wait', wait),
			step('Download', { resource: 'task', operation: 'download', taskId: '={{ $json.jobId }}' }),
			step('Upload', { resource: 'file', operation: 'upload' }),
		]),
		await runByHand('PiAPI waits, raw', [step('Wait', { ...wait, simplify: false })]),
		await runByHand('PiAPI waits by a derived secret', [derived('Wait', wait)]),
		await runByHand('PiAPI notifies', [
			step('Notify', notify(simplified)),
			step('Notify raw', notify(raw)),
			step('Account', { resource: 'account', operation: 'getInfo' }),
			step('Chat', chat),
		]),
		await runByHand('PiAPI Midjourney', [
			step('Imagine', {
				...{ resource: 'midjourney', operation: 'imagine', prompt: 'x', completion: 'wait' },
			}),
		]),
		await runByHand('PiAPI refuses', [refused('Wait', wait)]),
		await runByHand('PiAPI refuses, and the flow goes on', [
			refused('Wait', wait, goOn),
			refused('Account', { resource: 'account', operation: 'getInfo' }, goOn),
			refused('Chat', chat, goOn),
			step('Unknown', get, goOn),
		]),
	];
	await sandbox.behave({ fail: true, times: 1 });
	workflowIds.push(await runByHand('PiAPI fails', [step('Wait', wait)]));

	const body = JSON.stringify(piapiDelivery());
	const old = JSON.stringify(piapiDelivery({}, 1_000_000_000));
	for (const [secret, text] of [
		[OWN, old],
		[PREVIOUS, body],
		['forged', body],
	]) {
		const headers = { 'content-type': 'application/json', 'x-webhook-secret': secret };
		await sandbox.send({ url: webhookUrl(raw, TRIGGER), headers, body: text });
	}
	await sandbox.idle({ timeoutMs: 60_000 });
	const attached = (await sandbox.tasks()).map(({ webhook }) => webhook.secret).filter(Boolean);
	return {
		workflowIds,
		secrets: {
			'PiAPI key': [sandbox.apiKey, WRONG_KEY],
			'PiAPI webhook secret': [OWN, PREVIOUS],
			'PiAPI callback secret': attached.filter((secret) => secret !== OWN),
		},
	};
}
