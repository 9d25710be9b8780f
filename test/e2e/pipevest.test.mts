import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Credential } from '../../tools/n8n/client/credentials.mts';
import { itemsOf } from '../../tools/n8n/client/executions.mts';
import { waitUntil } from '../../tools/n8n/client/waitUntil.mts';
import type { StoredWorkflow } from '../../tools/n8n/client/workflows.mts';
import { sql } from '../../tools/n8n/sql.mts';
import { pipevestCredential, pipevestFields, pipevestSandbox } from './support/pipevest.mts';
import { quiet, runsOf } from './support/runsOf.mts';
import { AFTER, BY_HAND, saveRow, webhookUrl } from './support/workflows.mts';
import { since } from './world/since.mts';
import { n8n, restartN8n, world } from './world/world.mts';

const THEIRS = { url: 'https://theirs.example/hook', subscriptions: ['ALL'] };
const TRIGGER = 'Pipevest Trigger';
let sandbox: Awaited<ReturnType<typeof pipevestSandbox>>;
let credential: Credential;
let workflow: StoredWorkflow;

beforeAll(async () => {
	sandbox = await pipevestSandbox();
	credential = await pipevestCredential();
});
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.configure({ announces: false });
});

async function save(parameters: IDataObject = {}): Promise<StoredWorkflow> {
	workflow = await saveRow('Pipevest', [
		{ name: TRIGGER, type: 'pipevestTrigger', parameters, credentials: [credential] },
		AFTER,
	]);
	return workflow;
}

async function publish(parameters: IDataObject = {}): Promise<string> {
	await (await n8n()).workflows.publish((await save(parameters)).id);
	return webhookUrl(workflow, TRIGGER);
}

async function tell(event: IDataObject) {
	await sandbox.clearDeliveries();
	await sandbox.sendEvent(event as never);
	await sandbox.idle({ timeoutMs: 30_000 });
	const records = await sandbox.deliveries();
	return records.flatMap(({ attempts }) =>
		attempts.map(({ answer }) => `${answer.status} ${answer.body}`),
	);
}

const ACCEPTED = '200 {"status":"accepted"}';
const rows = async () =>
	(await sql(world(), 'SELECT count(*) AS count FROM execution_entity'))[0].count;

describe('the test of a credential', () => {
	const ed25519 = generateKeyPairSync('ed25519');
	const pem = ed25519.privateKey.export({ format: 'pem', type: 'pkcs8' });
	const locked = { cipher: 'aes-256-cbc', passphrase: 'x' };
	const encrypted = ed25519.privateKey.export({ format: 'pem', type: 'pkcs8', ...locked });
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

	it.each<[string, IDataObject, string, RegExp]>([
		['right fields', {}, 'OK', /successful/],
		['the older token endpoint', { tokenEndpoint: 'auth' }, 'OK', /successful/],
		['the standard dialect', { signingDialect: 'rfc9421' }, 'OK', /successful/],
		['another secret', { clientSecret: 'no' }, 'Error', /unknown client.*client secret/],
		['another key', { privateKey: String(pem) }, 'Error', /private key/],
		['an encrypted key', { privateKey: String(encrypted) }, 'Error', /is encrypted/],
		[
			'a public key',
			{ privateKey: String(ed25519.publicKey.export({ format: 'pem', type: 'spki' })) },
			'Error',
			/This is a public key/,
		],
		[
			'an RSA key',
			{ privateKey: String(rsa.export({ format: 'pem', type: 'pkcs8' })) },
			'Error',
			/rsa: an ed25519 key/,
		],
	])('with %s says so', async (_what, more, status, message) => {
		const fields = await pipevestFields(more);
		const result = await (await n8n()).credentials.test(credential, fields);
		expect(result).toEqual({ status, message: expect.stringMatching(message) });
	});

	it('says that a token is refused', async () => {
		await sandbox.configure({ tokenSeconds: 0 });
		const result = await (await n8n()).credentials.test(credential, await pipevestFields());
		// n8n 2.8 takes "all statuses but these" for all (n8n-core 2.8.1), so only the token call tells there.
		const said = since('2.9') ? ['Error', 'refuses it'] : ['OK', 'successful'];
		expect(result).toEqual({ status: said[0], message: expect.stringContaining(said[1]) });
	});
});

describe('the Pipevest node', () => {
	async function call(parameters: IDataObject) {
		const client = await n8n();
		const step = { name: 'Pipevest', type: 'pipevest', credentials: [credential], parameters };
		const { id } = await saveRow('Pipevest calls', [BY_HAND, step]);
		const execution = await client.executions.wait(await client.runs.start(id));
		return itemsOf(execution, 'Pipevest').map(({ json }) => json);
	}

	it('keeps its token, and renews it when it has expired', async () => {
		await sandbox.setWebhook(THEIRS);
		const get = { resource: 'webhook', operation: 'get' };
		expect(await call(get)).toMatchObject([THEIRS]);
		await sandbox.clearRequests();
		expect(await call(get)).toMatchObject([THEIRS]);
		expect(await sandbox.countRequests({ path: '/oauth/token' })).toBe(0);
		await sandbox.expireTokens();
		expect(await call(get)).toMatchObject([THEIRS]);
		expect(await call(get)).toMatchObject([THEIRS]);
		expect(await sandbox.countRequests({ path: '/oauth/token' })).toBe(1);
	});
});

describe('the Pipevest trigger', () => {
	afterEach(async () => await (await n8n()).workflows.unpublish(workflow.id));

	it('registers itself, runs once for an event, and leaves little behind', async () => {
		const url = await publish({ events: ['ACCOUNT', 'ASSET.CREATED'] });
		expect(await sandbox.webhook()).toMatchObject({
			...{ url, status: 'ACTIVE' },
			subscriptions: ['ACCOUNT', 'ASSET.CREATED', 'WEBHOOK.CREATED'],
		});

		await sandbox.fault({ on: 'delivery', kind: 'duplicate', count: 10, times: 1 });
		const data = { accountId: 123456 };
		const answers = await tell({ event: 'ACCOUNT.CREATED', eventId: 'e-1', data });
		expect(answers.sort()).toEqual([
			ACCEPTED,
			...Array<string>(9).fill('200 {"status":"duplicate"}'),
		]);
		await quiet(workflow.id);
		const runs = await runsOf(workflow.id, 'After');
		expect(runs).toHaveLength(1);
		expect(itemsOf(runs[0], 'After').map(({ json }) => json)).toEqual([
			{ event: 'ACCOUNT.CREATED', eventId: 'e-1', occurredAt: expect.any(String), data },
		]);

		await (await n8n()).workflows.unpublish(workflow.id);
		expect(await sandbox.webhook()).toMatchObject({ url, subscriptions: ['WEBHOOK'] });
	});

	it.each([
		{ kind: 'wrongSecret' },
		{ kind: 'missingSecret' },
		{ kind: 'blankSecret' },
		{ kind: 'stale', seconds: 3_600 },
		{ kind: 'tamper', search: 'SOLD', replacement: 'BOLD' },
	] as const)('stores nothing of a delivery with %o', async (fault) => {
		await publish();
		const before = await rows();
		await sandbox.fault({ on: 'delivery', ...fault });
		for (const answer of await tell({ event: 'ASSET.SOLD' })) expect(answer).toMatch(/^401 /);
		expect(await rows()).toEqual(before);
		await sandbox.clearFaults();
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
	});

	it("shows another system's webhook, and takes its place only when told to", async () => {
		await sandbox.setWebhook(THEIRS);
		await expect(publish()).rejects.toThrow(/theirs\.example\/hook.*Replace Existing Webhook/);
		expect(await sandbox.webhook()).toMatchObject(THEIRS);
		await (await n8n()).workflows.unpublish(workflow.id);

		const url = await publish({ options: { replaceExistingWebhook: true } });
		expect(await sandbox.webhook()).toMatchObject({ url });
		await (await n8n()).workflows.unpublish(workflow.id);
		expect(await sandbox.webhook()).toMatchObject(THEIRS);
	});

	it('takes a key that was rotated meanwhile, and remembers its events over a restart', async () => {
		await publish();
		expect(await tell({ event: 'ASSET.SOLD', eventId: 'before' })).toEqual([ACCEPTED]);
		await quiet(workflow.id);
		await restartN8n();
		await sandbox.rotateKey();
		const [answer] = await tell({ event: 'ASSET.SOLD', eventId: 'before' });
		expect(answer).toMatch(/^200/);
		expect(await tell({ event: 'ASSET.SOLD', eventId: 'after' })).toEqual([ACCEPTED]);
		await quiet(workflow.id);
		expect(await runsOf(workflow.id, 'After')).toHaveLength(2);
	});

	it('listens for a test event at its test URL', async () => {
		await save();
		const client = await n8n();
		await client.runs.listen(workflow.id);
		const url = webhookUrl(workflow, TRIGGER).replace('/webhook/', '/webhook-test/');
		expect(await sandbox.webhook()).toMatchObject({ url });
		expect(await tell({ event: 'ASSET.SOLD' })).toEqual([ACCEPTED]);
		await quiet(workflow.id);
		expect(await runsOf(workflow.id, 'After')).toHaveLength(1);
		// n8n answers first, and then ends the test registration.
		const left = await waitUntil('the test registration to end', async () => {
			const webhook = await sandbox.webhook();
			return webhook?.subscriptions.length === 1 && webhook;
		});
		expect(left).toMatchObject({ url, subscriptions: ['WEBHOOK'] });
	});
});
