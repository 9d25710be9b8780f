import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INode } from 'n8n-workflow';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import { n8n, restartN8n, world } from './world/world.mts';

const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';
const TRIGGER = 'Signed Webhook Trigger';
const github = { scheme: 'github', events: 'push, release' };

const workflows: string[] = [];
const credentials: string[] = [];
let secret: string;
beforeAll(async () => {
	secret = await credentialOf({ secret: SECRET });
});
afterEach(async () => {
	const { workflows: stored } = await n8n();
	for (const id of workflows.splice(0)) await stored.delete(id);
});
afterAll(async () => {
	const { credentials: stored } = await n8n();
	for (const id of credentials) await stored.delete(id);
});

async function credentialOf(data: Record<string, string>): Promise<string> {
	const { id } = await (await n8n()).credentials.create('signedWebhookApi', data);
	credentials.push(id);
	return id;
}

/** A stored workflow of the trigger alone, and its URL. */
async function workflowOf(parameters: IDataObject, credential = secret) {
	const webhookId = randomUUID();
	const trigger: INode = {
		id: randomUUID(),
		webhookId,
		name: TRIGGER,
		type: 'n8n-nodes-pihooks.signedWebhookTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { signedWebhookApi: { id: credential, name: 'signedWebhookApi' } },
	};
	const workflow = { name: `Signed ${webhookId}`, nodes: [trigger], connections: {} };
	const { id } = await (await n8n()).workflows.create(workflow);
	workflows.push(id);
	const url = (kind: 'webhook' | 'webhook-test') => `${world().n8n}/${kind}/${webhookId}/webhook`;
	return { id, url };
}

const mac = (signed: string | Buffer) => createHmac('sha256', SECRET).update(signed);

interface Push {
	id?: string;
	event?: string;
	type?: string;
	body?: Buffer;
	signature?: string;
}

/** Delivers as GitHub does. */
async function push(url: string, delivery: Push = {}) {
	const { id = 'd-1', event = 'push', type = 'application/json', signature } = delivery;
	const body = delivery.body ?? Buffer.from('{"ref":"refs/heads/main"}');
	const headers = {
		'Content-Type': type,
		'X-GitHub-Event': event,
		'X-GitHub-Delivery': id,
		'X-Hub-Signature-256': signature ?? `sha256=${mac(body).digest('hex')}`,
	};
	const response = await fetch(url, { method: 'POST', headers, body });
	return { status: response.status, answer: await response.json() };
}

const told = (status: string) => ({ status: 200, answer: { status } });
const runsOf = async (workflowId: string) => await (await n8n()).executions.list({ workflowId });

/** What the trigger put out in the newest run. */
async function itemsOfRun(workflowId: string) {
	const { executions } = await n8n();
	const [{ id }] = await executions.waitFor({ workflowId });
	return itemsOf(await executions.wait(id), TRIGGER);
}

describe('in a real n8n', () => {
	it('starts one run per event, whatever is redelivered, forged or not asked for, and after a restart', async () => {
		const { id, url } = await workflowOf(github);
		await (await n8n()).workflows.publish(id);
		const production = url('webhook');
		expect(await push(production)).toEqual(told('accepted'));
		expect(await push(production)).toEqual(told('duplicate'));
		expect(await push(production, { id: 'd-2', event: 'ping' })).toEqual(told('ignored'));
		expect(await push(production, { id: 'd-3', signature: `sha256=${'0'.repeat(64)}` })).toEqual({
			status: 401,
			answer: { error: 'the signature does not match' },
		});
		expect((await itemsOfRun(id)).map(({ json }) => json)).toEqual([
			{ event: 'push', eventId: 'd-1', occurredAt: null, data: { ref: 'refs/heads/main' } },
		]);
		expect(await runsOf(id)).toHaveLength(1);

		await restartN8n();
		const crowd = await Promise.all(
			Array.from({ length: 10 }, async () => await push(production, { id: 'd-4' })),
		);
		expect(
			crowd.filter(({ answer }) => (answer as IDataObject).status === 'accepted'),
		).toHaveLength(1);
		await push(production);
		const { executions } = await n8n();
		const runs = await executions.waitFor({ workflowId: id }, 3);
		const items = await Promise.all(
			runs.map(async (run) => itemsOf(await executions.wait(run.id), TRIGGER)),
		);
		expect(items.map((each) => each.map(({ json }) => json.eventId))).toEqual([
			[],
			['d-4'],
			['d-1'],
		]);
	});

	it('goes by a secret that was changed, while it is published', async () => {
		const [name, wrong] = [`Changed ${randomUUID()}`, { secret: `not ${SECRET}` }];
		const { credentials: stored, workflows: saved } = await n8n();
		const { id: credential } = await stored.create('signedWebhookApi', wrong, name);
		credentials.push(credential);
		const { id, url } = await workflowOf(github, credential);
		await saved.publish(id);
		expect(await push(url('webhook'))).toMatchObject({ status: 401 });

		const changesTo = async (data: { secret: string }, status: number) => {
			await stored.put('signedWebhookApi', data, name);
			const answers = async () => (await push(url('webhook'))).status === status;
			await waitUntil(`deliveries to be answered ${status}`, answers);
		};
		await changesTo({ secret: SECRET }, 200);
		await changesTo(wrong, 401);
	});

	it.each([
		['application/cloudevents+json', Buffer.from('\uFEFF{"zen":"ü"}'), { zen: 'ü' }],
		['application/json', Buffer.from('{\n  "zen": "ü"\n}'), { zen: 'ü' }],
		['application/x-www-form-urlencoded', Buffer.from('payload=%7B%22zen%22%3A1%7D'), { zen: 1 }],
		['text/plain', Buffer.from('{"zen":"\xe9"}', 'latin1'), { zen: '\uFFFD' }],
	])('takes a body of type %s by its bytes', async (type, body, json) => {
		const { id, url } = await workflowOf({ ...github, simplify: false });
		await (await n8n()).workflows.publish(id);
		expect(await push(url('webhook'), { type, body })).toEqual(told('accepted'));
		expect((await itemsOfRun(id))[0].json).toEqual(json);
	});

	it('hands a file on as it came', async () => {
		const body = Buffer.from('89504e470d0a1a0a00ff', 'hex');
		const { id, url } = await workflowOf(github);
		await (await n8n()).workflows.publish(id);
		expect(await push(url('webhook'), { type: 'image/png', body })).toEqual(told('accepted'));
		const [{ binary }] = await itemsOfRun(id);
		expect(binary?.data.mimeType).toBe('image/png');
		expect(await (await n8n()).executions.binary(binary!.data)).toEqual(body);
	});

	it('refuses several parts, and what is no POST', async () => {
		const { id, url } = await workflowOf(github);
		await (await n8n()).workflows.publish(id);
		const form = new FormData();
		form.set('a', '1');
		const parts = await fetch(url('webhook'), { method: 'POST', body: form });
		expect(parts.status).toBe(400);
		expect((await fetch(url('webhook'))).status).toBe(404);
		expect(await runsOf(id)).toEqual([]);
	});

	it("answers Slack's challenge when it is signed, and starts nothing", async () => {
		const { id, url } = await workflowOf({ scheme: 'slack' });
		await (await n8n()).workflows.publish(id);
		const body = '{"type":"url_verification","challenge":"3eZbrw1aB"}';
		const at = String(Math.floor(Date.now() / 1000));
		const send = async (signature: string) =>
			await fetch(url('webhook'), {
				method: 'POST',
				headers: {
					'Content-Type': 'application/json',
					'X-Slack-Request-Timestamp': at,
					'X-Slack-Signature': `v0=${signature}`,
				},
				body,
			});
		const signed = await send(mac(`v0:${at}:${body}`).digest('hex'));
		expect([signed.status, await signed.json()]).toEqual([200, { challenge: '3eZbrw1aB' }]);
		expect((await send('0'.repeat(64))).status).toBe(401);
		expect(await runsOf(id)).toEqual([]);
	});

	it('verifies what signs the URL, in test and in production', async () => {
		const { id, url } = await workflowOf({
			scheme: 'custom',
			header: 'X-Sign',
			content: '{method} {url} {body}',
			options: { deduplicateBy: 'off' },
		});
		const { workflows: stored, runs } = await n8n();
		const send = async (target: string) => {
			const signature = mac(`POST ${target} {}`).digest('hex');
			return (await fetch(target, { method: 'POST', headers: { 'X-Sign': signature }, body: '{}' }))
				.status;
		};
		await runs.listen(id);
		expect(await send(url('webhook-test'))).toBe(200);
		await stored.publish(id);
		expect(await send(`${url('webhook')}?tenant=a%20b`)).toBe(200);
	});

	// All at once: n8n tries a failing publication five times, which takes it 15 s.
	it('refuses to listen and to be published with what cannot work, and says what to do', async () => {
		const cases: Array<[IDataObject, Record<string, string> | undefined, RegExp]> = [
			[github, { secret: ' ' }, /Secret.*blank.*Paste/],
			[{ scheme: 'stripe', options: { tolerance: 0 } }, undefined, /Tolerance is 0/],
			[{ scheme: 'secretHeader' }, undefined, /Event ID From/],
		];
		const { workflows: stored, runs } = await n8n();
		const refused = cases.map(async ([parameters, data, remedy]) => {
			const { id } = await workflowOf(parameters, data && (await credentialOf(data)));
			await expect(runs.listen(id)).rejects.toThrow(remedy);
			await expect(stored.publish(id)).rejects.toThrow(remedy);
		});
		await Promise.all(refused);
	});

	it.each([
		[{ secret: SECRET }, 'OK'],
		[{ secret: '  ' }, 'Error'],
		[{ secret: SECRET, publicKey: 'odd' }, 'Error'],
	])('tests the credential %j: %s', async (data, status) => {
		const { credentials: stored } = await n8n();
		const credential = await stored.create('signedWebhookApi', data);
		credentials.push(credential.id);
		expect(await stored.test(credential, data)).toMatchObject({ status });
	});
});
