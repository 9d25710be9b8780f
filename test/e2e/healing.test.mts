import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { piCredential, piFields, piSandbox } from './support/pi.mts';
import { pipaiCredential, pipaiSandbox } from './support/pipai.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, rowOf, type Step } from './support/workflows.mts';
import { n8n, restartN8n } from './world/world.mts';

/** Three seconds, as the option says it. */
const OFTEN = { options: { checkRegistration: 0.05 } };

let pi: Awaited<ReturnType<typeof piSandbox>>;
let pipai: Awaited<ReturnType<typeof pipaiSandbox>>;
/** What n8n runs when something failed. */
let alarm: StoredWorkflow;
let workflow: StoredWorkflow;

beforeAll(async () => {
	[pi, pipai] = [await piSandbox(), await pipaiSandbox()];
	const { workflows } = await n8n();
	const onError = { name: 'On Error', type: 'n8n-nodes-base.errorTrigger' };
	alarm = await workflows.create(rowOf('Alarm', [onError, { ...AFTER, name: 'Told' }]));
	await workflows.publish(alarm.id);
});
beforeEach(async () => {
	await pi.reset();
	await pipai.reset();
});
afterEach(async () => await (await n8n()).workflows.unpublish(workflow.id));

async function publish(trigger: Step): Promise<void> {
	const { workflows } = await n8n();
	const row = rowOf('Heals', [trigger, AFTER]);
	const settings = { ...row.settings, errorWorkflow: alarm.id };
	workflow = await workflows.create({ ...row, settings });
	await workflows.publish(workflow.id);
}
const piTrigger = async (parameters: IDataObject = OFTEN): Promise<Step> => ({
	name: 'Pi Trigger',
	type: 'piTrigger',
	parameters,
	credentials: [await piCredential()],
});
const active = async () => (await pi.webhooks()).filter(({ isActive }) => isActive);

async function runJob(): Promise<void> {
	const id = await pi.start({ behaviour: { hold: true } });
	await pi.finish({ id });
	await pi.idle({ timeoutMs: 30_000 });
	await quiet(workflow.id);
}

/** What the error workflow was told about this workflow. */
async function told(): Promise<string[]> {
	await quiet(alarm.id);
	const items = (await runsOf(alarm.id, 'Told')).flatMap((run) => itemsOf(run, 'Told'));
	return items.map(({ json }) => JSON.stringify(json)).filter((text) => text.includes(workflow.id));
}
const tellsOf = async (text: string) => (await told()).filter((each) => each.includes(text)).length;

describe('the registration of a published trigger', () => {
	it.each([
		['switched off', 'It was switched on again.'],
		['deleted', 'It was registered again.'],
	])(
		'%s at Pi: is restored, told to the error workflow, and verifies after a SIGKILL',
		async (what, text) => {
			await publish(await piTrigger());
			const [{ id }] = await active();
			if (what === 'deleted') await pi.dropWebhook({ id });
			else await pi.switchWebhook({ id, isActive: false });
			await waitUntil('the entry to be restored', async () => (await active()).length === 1, 60);
			await waitUntil('the error workflow', async () => (await tellsOf(text)) === 1, 60);
			await restartN8n('kill9');
			await runJob();
			expect(await runsOf(workflow.id, 'After')).toHaveLength(1);
			expect([(await active()).length, await tellsOf(text)]).toEqual([1, 1]);
		},
	);

	it.each([
		['broken', { status: 'broken' as const }, 'It was replaced by a new one.'],
		['pointed elsewhere', { url: 'https://elsewhere.example/' }, 'It was replaced by a new one.'],
	])('%s at PipAI: is replaced, and delivers', async (_, change, text) => {
		await publish({
			...{ name: 'PipAI Trigger', type: 'pipaiTrigger', parameters: OFTEN },
			credentials: [await pipaiCredential()],
		});
		const [{ id }] = await pipai.webhooks();
		await pipai.changeWebhook({ id, ...change });
		await waitUntil('the error workflow', async () => (await tellsOf(text)) === 1, 60);
		const [webhook, ...more] = await pipai.webhooks();
		expect([webhook.id === id, webhook.status, more]).toEqual([false, 'active', []]);
		await pipai.emit({ type: 'strategy.deployed' });
		await pipai.idle({ timeoutMs: 30_000 });
		await quiet(workflow.id);
		expect(await runsOf(workflow.id, 'After')).toHaveLength(1);
	});

	it('stays ended after the workflow was unpublished', async () => {
		await publish(await piTrigger());
		await (await n8n()).workflows.unpublish(workflow.id);
		const asked = await pi.countRequests({});
		// Long enough for several looks, were there any.
		await waitUntil('ten seconds', afterSeconds(10), 30);
		expect([(await active()).length, await pi.countRequests({})]).toEqual([0, asked]);
	});
});

function afterSeconds(seconds: number): () => Promise<boolean> {
	const end = Date.now() + seconds * 1000;
	return async () => Date.now() > end;
}

describe('publishing after a publishing that failed', () => {
	it.each<[string, IDataObject]>([
		['a wrong key', { apiKey: 'wrong' }],
		['an address where nobody answers', { baseUrl: 'http://127.0.0.1:9' }],
	])('registers, once the credential has another than %s', async (what, wrong) => {
		const { credentials, workflows } = await n8n();
		const credential = await credentials.create('piApi', await piFields(wrong), `Pi with ${what}`);
		const trigger = { ...(await piTrigger()), credentials: [credential] };
		await expect(publish(trigger)).rejects.toThrow('credential');
		await credentials.put('piApi', await piFields(), credential.name);
		await workflows.publish(workflow.id);
		expect(await active()).toHaveLength(1);
		await runJob();
		expect(await runsOf(workflow.id, 'After')).toHaveLength(1);
	});
});
