import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../tools/n8n/client/credentials.mts';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { connect, type Connected } from './support/livekit.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, saveRow, webhookUrl } from './support/workflows.mts';
import { n8n } from './world/world.mts';

const TRIGGER = 'LiveKit Trigger';
let livekit: Connected;
let credential: Credential;
let workflow: StoredWorkflow;

beforeAll(async () => {
	livekit = await connect();
	const { apiKey, apiSecret } = livekit;
	const client = await n8n();
	credential = await client.credentials.create('liveKitApi', { apiKey, apiSecret, url: '' });
	workflow = await saveRow('LiveKit', [
		{ name: TRIGGER, type: 'liveKitTrigger', credentials: [credential] },
		AFTER,
	]);
	await client.workflows.publish(workflow.id);
	await livekit.configure({ webhooks: [webhookUrl(workflow, TRIGGER)] });
});
afterAll(async () => await (await n8n()).workflows.unpublish(workflow.id));

/** Has LiveKit tell of an event; answers the statuses it got. */
async function tell(event: Parameters<Connected['sendEvent']>[0]) {
	const [id] = await livekit.sendEvent(event);
	await livekit.idle({ timeoutMs: 30_000 });
	return (await livekit.deliveries({ id }))[0].attempts.map(({ answer }) => answer.status);
}

describe('the LiveKit Trigger in a real n8n', () => {
	it('runs once for an event that n8n does not parse itself, and never for a forgery', async () => {
		const event = { event: 'room_finished', id: 'EV_1', room: { name: 'lobby' } };
		expect(await tell(event)).toEqual([200]);
		expect(await tell(event)).toEqual([200]);
		await livekit.fault({ on: 'delivery', kind: 'wrongSecret', times: 1 });
		expect(new Set(await tell({ ...event, id: 'EV_2' }))).toEqual(new Set([401]));
		await livekit.fault({ on: 'delivery', kind: 'tamper', times: 1 });
		expect(new Set(await tell({ ...event, id: 'EV_3' }))).toEqual(new Set([401]));
		await quiet(workflow.id);
		const [run, ...more] = await runsOf(workflow.id, 'After');
		expect(more).toEqual([]);
		expect(itemsOf(run, 'After').map(({ json }) => json)).toEqual([
			expect.objectContaining({ event: 'room_finished', eventId: 'EV_1', room: 'lobby' }),
		]);
	});

	it.each<[string, IDataObject, string]>([
		['a key that LiveKit knows', {}, 'OK'],
		['another secret', { apiSecret: 'no' }, 'Error'],
	])('has a credential whose test tells: %s', async (_, more, status) => {
		const { url, apiKey, apiSecret } = livekit;
		const data = { apiKey, apiSecret, url, ...more };
		expect((await (await n8n()).credentials.test(credential, data)).status).toBe(status);
	});
});
