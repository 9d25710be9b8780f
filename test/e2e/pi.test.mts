import { createHmac } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../tools/n8n/client/credentials.mts';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { sql } from '../../tools/n8n/sql.mts';
import { piCredential, piFields, piSandbox } from './support/pi.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, BY_HAND, saveRow, webhookUrl } from './support/workflows.mts';
import { since } from './world/since.mts';
import { n8n, restartN8n, world } from './world/world.mts';

const TRIGGER = 'Pi Trigger';
let pi: Awaited<ReturnType<typeof piSandbox>>;
let credential: Credential;
let workflow: StoredWorkflow;

beforeAll(async () => {
	pi = await piSandbox();
	credential = await piCredential();
});
beforeEach(async () => await pi.reset());

async function save(parameters: IDataObject = {}): Promise<void> {
	workflow = await saveRow('Pi', [
		{ name: TRIGGER, type: 'piTrigger', parameters, credentials: [credential] },
		AFTER,
	]);
}

async function publish() {
	await (await n8n()).workflows.publish(workflow.id);
	return webhookUrl(workflow, TRIGGER);
}
const unpublish = async () => await (await n8n()).workflows.unpublish(workflow.id);
const active = async () => (await pi.webhooks()).filter(({ isActive }) => isActive);
const rows = async () =>
	(await sql(world(), 'SELECT count(*) AS count FROM execution_entity'))[0].count;

/** Lets a job at Pi end; its deliveries have been made when this resolves. */
async function runJob(): Promise<string> {
	const id = await pi.start({ behaviour: { hold: true } });
	await pi.finish({ id });
	await pi.idle({ timeoutMs: 30_000 });
	return id;
}

async function runs() {
	await quiet(workflow.id);
	return await runsOf(workflow.id, 'After');
}

describe('the Pi Trigger in a real n8n', () => {
	afterEach(async () => await unpublish());

	it('publish: one active entry; job: one run; unpublish: none; publish: the same entry', async () => {
		await save();
		const url = await publish();
		const [entry, ...more] = await active();
		expect(more).toEqual([]);
		expect(entry).toMatchObject({ endpointUrl: url, secret: expect.stringMatching(/^whsec_/) });

		const id = await runJob();
		const [run, ...others] = await runs();
		expect(others).toEqual([]);
		expect(itemsOf(run, 'After').map(({ json }) => json)).toEqual([
			expect.objectContaining({ event: 'job.completed', jobId: id, status: 'completed' }),
		]);
		expect(JSON.stringify(run.data)).not.toContain(entry.secret);

		await unpublish();
		expect(await active()).toEqual([]);
		await publish();
		expect((await active()).map((again) => again.id)).toEqual([entry.id]);
		expect(await pi.webhooks()).toHaveLength(1);
		await runJob();
		expect(await runs()).toHaveLength(2);
	});

	it('starts no second run when Pi repeats with a new event id, not even after a restart', async () => {
		await save();
		await publish();
		const id = await runJob();
		await pi.tellAgain({ id });
		await pi.idle();
		expect(await runs()).toHaveLength(1);
		await restartN8n('kill9');
		await pi.tellAgain({ id });
		await pi.idle({ timeoutMs: 30_000 });
		expect(await runs()).toHaveLength(1);
		expect(await active()).toHaveLength(1);
	});

	it('answers forged, tampered and re-serialised bodies with 401 and stores nothing', async () => {
		await save();
		const url = await publish();
		const [{ secret }] = await active();
		const body = '{"id":"evt_pi_1","type":"job.completed","data":{"job":{"id":"j1"}}}';
		const sign = (text: string, key = secret) =>
			`sha256=${createHmac('sha256', key).update(text).digest('hex')}`;
		const post = async (text: string, signature?: string) => {
			const headers = {
				'content-type': 'application/json',
				...(signature !== undefined && { 'x-pi-signature': signature }),
			};
			return (await pi.send({ url, headers, body: text }))[0].status;
		};
		const before = await rows();
		const forged = [
			await post(body),
			await post(body, ''),
			await post(body, 'sha256='),
			await post(body, sign(body, 'other')),
			await post(body, sign(body).slice(0, -1)),
			await post(body.replace('j1', 'j2'), sign(body)),
			await post(JSON.stringify(JSON.parse(body), null, 1), sign(body)),
		];
		expect(new Set(forged)).toEqual(new Set([401]));
		// What is no JSON any more n8n itself refuses, before the node sees it.
		expect(await post(body.slice(0, -1), sign(body))).toBe(422);
		expect(await rows()).toEqual(before);
		expect(await post(body, sign(body))).toBe(200);
		expect(await runs()).toHaveLength(1);
	});

	it('says at activation what Pi said, with code and request ID', async () => {
		const error = { code: 'unkey_expired', message: 'the key is old', request_id: 'req_pi_7' };
		await pi.fault({
			on: 'endpoint',
			path: '/webhooks',
			kind: 'status',
			status: 403,
			body: { error },
		});
		await save();
		await expect(publish()).rejects.toThrow(
			/Check its permissions.*HTTP 403, code unkey_expired, the key is old, request ID req_pi_7/,
		);
		await pi.clearFaults();
		expect(await active()).toEqual([]);
	});

	it('succeeds when a registration fails twice before', async () => {
		await pi.fault({
			on: 'endpoint',
			method: 'POST',
			path: '/webhooks',
			kind: 'refuse',
			processed: true,
			times: 2,
		});
		await save();
		// n8n repeats a registration since 2.40; before, the user publishes again.
		if (!since('2.40')) {
			await expect(publish()).rejects.toThrow('The connection was cut');
			await expect(publish()).rejects.toThrow('The connection was cut');
		}
		await publish();
		const [entry, ...more] = await active();
		expect(more).toEqual([]);
		const id = await runJob();
		expect((await pi.deliveries({ about: { webhookId: entry.id } }))[0]).toMatchObject({
			state: 'delivered',
			about: { jobId: id },
		});
		expect(await runs()).toHaveLength(1);
	});

	it('listens for a test event beside production, and leaves no active entry behind', async () => {
		await save();
		const url = await publish();
		await (await n8n()).runs.listen(workflow.id);
		const testUrl = url.replace('/webhook/', '/webhook-test/');
		expect((await active()).map(({ endpointUrl }) => endpointUrl).sort()).toEqual(
			[testUrl, url].sort(),
		);
		await runJob();
		const modes = (await runs()).map(({ mode }) => mode);
		expect(modes.sort()).toEqual(['manual', 'webhook']);
		const [entry] = await waitUntil('the test listener to be gone', async () => {
			const entries = await active();
			return entries.length === 1 && entries;
		});
		expect(entry.endpointUrl).toBe(url);
	});
});

describe('the Pi node in a real n8n', () => {
	async function call(parameters: IDataObject, more: object = {}) {
		const client = await n8n();
		const step = { name: 'Pi', type: 'pi', credentials: [credential], parameters, ...more };
		const { id } = await saveRow('Pi calls', [BY_HAND, step]);
		const execution = await client.executions.wait(await client.runs.start(id));
		return itemsOf(execution, 'Pi').map(({ json }) => json);
	}

	it('waits by the long wait of Pi', async () => {
		const [item] = await call({ resource: 'image', operation: 'generate', prompt: 'a cup' });
		expect(item).toMatchObject({
			status: 'completed',
			resultUrls: [expect.stringContaining('.png')],
		});
		const [look] = await pi.requests({ method: 'GET', path: '/jobs/' });
		expect(look.query).toBe('wait_for_completion=true&timeout_seconds=30');
	});

	it('buys a job once when its answer is lost, and shows that it was replayed', async () => {
		await pi.fault({ on: 'endpoint', method: 'POST', kind: 'refuse', processed: true, times: 1 });
		const [item] = await call({ resource: 'ad', operation: 'generate', prompt: 'a cup' });
		expect(item).toMatchObject({ status: 'completed', replayed: true });
		expect(await pi.jobs()).toHaveLength(1);
	});

	it.each([
		['right', {}, 'OK'],
		['of another key', { apiKey: 'no' }, 'Error'],
		['of another address', { baseUrl: 'http://127.0.0.1:9' }, 'Error'],
	])('has a credential whose test tells: %s', async (_, more, status) => {
		const result = await (await n8n()).credentials.test(credential, await piFields(more));
		expect(result.status).toBe(status);
		expect(await pi.jobs()).toEqual([]);
	});
});
