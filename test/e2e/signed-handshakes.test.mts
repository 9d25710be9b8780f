import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INode } from 'n8n-workflow';
import { n8n, world } from './world/world.mts';

const SECRET = 'k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M';
const PAIR = generateKeyPairSync('ed25519');
const PEM = PAIR.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const workflows: string[] = [];
const credentials: string[] = [];
afterEach(async () => {
	const { workflows: stored } = await n8n();
	for (const id of workflows.splice(0)) await stored.delete(id);
});
afterAll(async () => {
	const { credentials: stored } = await n8n();
	for (const id of credentials) await stored.delete(id);
});

/** A published workflow of the trigger alone, and its production URL. */
async function publish(scheme: string, parameters: IDataObject = {}) {
	const { credentials: stored, workflows: saved } = await n8n();
	const data = { secret: SECRET, publicKey: scheme.startsWith('discord') ? PEM : '' };
	const credential = await stored.create('signedWebhookApi', data);
	credentials.push(credential.id);
	const webhookId = randomUUID();
	const trigger: INode = {
		id: randomUUID(),
		webhookId,
		name: 'Signed Webhook Trigger',
		type: 'n8n-nodes-pihooks.signedWebhookTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { scheme, ...parameters } as INode['parameters'],
		credentials: { signedWebhookApi: { id: credential.id, name: 'signedWebhookApi' } },
	};
	const { id } = await saved.create({
		name: `Handshake ${webhookId}`,
		nodes: [trigger],
		connections: {},
	});
	workflows.push(id);
	await saved.publish(id);
	return { id, url: `${world().n8n}/webhook/${webhookId}/webhook` };
}

interface Ask {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

async function ask(url: string, { method = 'GET', headers = {}, body }: Ask = {}) {
	const answer = await fetch(url, {
		method,
		headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
		body,
	});
	return {
		status: answer.status,
		type: answer.headers.get('content-type')?.split(';')[0] ?? null,
		text: await answer.text(),
	};
}

const runsOf = async (workflowId: string) => await (await n8n()).executions.list({ workflowId });
const now = () => String(Math.floor(Date.now() / 1000));
const mac = (text: string) => createHmac('sha256', SECRET).update(text);
const ofDiscord = (body: string) => ({
	'X-Signature-Timestamp': now(),
	'X-Signature-Ed25519': sign(null, Buffer.from(now() + body), PAIR.privateKey).toString('hex'),
});

describe('handshakes in a real n8n are answered without a run', () => {
	it('by GET and HEAD, as text and never as HTML, and other GETs with 404', async () => {
		const dropbox = await publish('dropbox');
		expect(await ask(`${dropbox.url}?challenge=%3Cb%3Ehi`)).toEqual({
			status: 200,
			type: 'text/plain',
			text: '<b>hi',
		});
		expect(await ask(dropbox.url)).toMatchObject({ status: 404, type: 'application/json' });
		const trello = await publish('trello');
		expect(await ask(trello.url, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
		const meta = await publish('meta', { verifyToken: 'mine' });
		const query = '?hub.mode=subscribe&hub.challenge=42&hub.verify_token=';
		expect(await ask(`${meta.url}${query}mine`)).toMatchObject({ status: 200, text: '42' });
		expect(await ask(`${meta.url}${query}theirs`)).toMatchObject({ status: 401 });
		for (const { id } of [dropbox, trello, meta]) expect(await runsOf(id)).toEqual([]);
	});

	it('by POST, unsigned and signed', async () => {
		const graph = await publish('microsoftGraph');
		const validation = { method: 'POST', body: '' };
		expect(await ask(`${graph.url}?validationToken=a%20b`, validation)).toEqual({
			status: 200,
			type: 'text/plain',
			text: 'a b',
		});
		const asana = await publish('asana');
		const hook = await fetch(asana.url, { method: 'POST', headers: { 'X-Hook-Secret': 'abc' } });
		expect([hook.status, hook.headers.get('x-hook-secret')]).toEqual([200, 'abc']);
		const zoom = await publish('zoom');
		const body = '{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}';
		const signature = `v0=${mac(`v0:${now()}:${body}`).digest('hex')}`;
		const headers = { 'x-zm-request-timestamp': now(), 'x-zm-signature': signature };
		expect(await ask(zoom.url, { method: 'POST', headers, body })).toEqual({
			status: 200,
			type: 'application/json',
			text: JSON.stringify({ plainToken: 'abc', encryptedToken: mac('abc').digest('hex') }),
		});
		for (const { id } of [graph, asana, zoom]) expect(await runsOf(id)).toEqual([]);
	});
});

describe('answers in a real n8n', () => {
	it('have no body for Xero, and status 204 for the events of Discord, and a run starts', async () => {
		const xero = await publish('xero');
		const body = '{"events":[{"resourceId":"r","eventType":"UPDATE"}],"firstEventSequence":1}';
		const headers = { 'x-xero-signature': mac(body).digest('base64') };
		const asked = { method: 'POST', headers, body };
		expect(await ask(xero.url, asked)).toMatchObject({ status: 200, text: '' });
		expect(await ask(xero.url, asked)).toMatchObject({ status: 200, text: '' });
		const forged = { ...asked, body: `${body} ` };
		expect(await ask(xero.url, forged)).toMatchObject({ status: 401, text: '' });
		expect(await runsOf(xero.id)).toHaveLength(1);

		const discord = await publish('discordEvents');
		const ping = '{"type":0}';
		expect(
			await ask(discord.url, { method: 'POST', headers: ofDiscord(ping), body: ping }),
		).toMatchObject({ status: 204, text: '' });
		const event = '{"type":1,"event":{"type":"APPLICATION_AUTHORIZED","data":{}}}';
		expect(
			await ask(discord.url, { method: 'POST', headers: ofDiscord(event), body: event }),
		).toMatchObject({ status: 204, text: '' });
		expect(await runsOf(discord.id)).toHaveLength(1);
	});
});
