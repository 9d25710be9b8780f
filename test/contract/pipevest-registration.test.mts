import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Webhook } from '../../tools/sandbox/pipevest/types.mts';
import { startPipevest, type PipevestSandbox } from '../../tools/sandbox/pipevest/index.mts';
import { knownSecret } from './support/knownSecret.mts';
import { openPipevestHost, type PipevestHost } from './support/pipevestHost.mts';

const THEIRS = { url: 'https://theirs.example/hook', subscriptions: ['ALL', 'WEBHOOK.CREATED'] };
const REPLACE = { options: { replaceExistingWebhook: true } };
let pipevest: PipevestSandbox;
let host: PipevestHost;

beforeEach(async () => {
	pipevest = await startPipevest({ timeScale: 0.01 });
	pipevest.configure({ announces: false });
});
afterEach(async () => {
	await host.close();
	await pipevest.close();
});

const open = async (parameters: IDataObject = {}, credential: IDataObject = {}) => {
	host = await openPipevestHost(pipevest, 'pipevestTrigger', { parameters, credential });
};
const known = () => knownSecret({ ...host, name: 'pipevestTrigger' });
const puts = () => pipevest.countRequests({ method: 'PUT', path: '/webhooks' });
const theirs = (webhook: Partial<Webhook> = THEIRS) => pipevest.setWebhook(webhook);

describe('what is subscribed to', () => {
	it.each<[string[] | string, string, string[]]>([
		[['*'], '', ['ALL']],
		[['*', 'ACCOUNT'], '', ['ALL']],
		[['ACCOUNT', 'ASSET.CREATED'], '', ['ACCOUNT', 'ASSET.CREATED']],
		[['ACCOUNT'], ' ACCOUNT, ASSET.SOLD ,', ['ACCOUNT', 'ASSET.SOLD']],
		[[], 'ASSET.SOLD', ['ASSET.SOLD']],
		['ACCOUNT, ASSET', '', ['ACCOUNT', 'ASSET']],
	])('%j and %j: %j', async (events, otherEvents, subscriptions) => {
		theirs({ url: 'https://theirs.example/hook' });
		await open({ events, options: { otherEvents, replaceExistingWebhook: true } });
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({ url: host.webhookUrl(), subscriptions });
	});

	it('is something, or the workflow cannot be published', async () => {
		await open({ events: [] });
		await expect(host.publish()).rejects.toThrow(/at least one event/);
		expect(pipevest.webhook()).toBeNull();
	});
});

describe('publishing', () => {
	it('creates the webhook where there is none, and keeps the key', async () => {
		await open();
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({ url: host.webhookUrl(), status: 'ACTIVE' });
		expect(known()).toMatch(/^ssh-ed25519 /);
	});

	it('again changes nothing', async () => {
		await open();
		await host.publish();
		await host.publish();
		expect(puts()).toBe(0);
		expect(pipevest.countRequests({ method: 'POST', path: '/webhooks' })).toBe(1);
	});

	it.each<[string, () => void]>([
		['deactivated there', () => theirs({ url: host.webhookUrl(), status: 'DEACTIVED' })],
		['with other subscriptions', () => theirs({ url: host.webhookUrl(), subscriptions: ['AUTH'] })],
		['forgotten by n8n', () => void delete host.staticData['node:pipevestTrigger']],
		['taken away there', () => pipevest.setWebhook(null)],
	])('heals a webhook that was %s', async (_what, happens) => {
		await open();
		await host.publish();
		happens();
		await host.publish();
		const { url, status, subscriptions } = pipevest.webhook() ?? {};
		expect({ url, status }).toEqual({ url: host.webhookUrl(), status: 'ACTIVE' });
		expect(subscriptions).toContain('ALL');
		expect(known()).toMatch(/^ssh-ed25519 /);
	});

	it("leaves another system's webhook alone, and shows it", async () => {
		theirs();
		await open();
		await expect(host.publish()).rejects.toThrow(
			/delivers to https:\/\/theirs\.example\/hook \(ALL, WEBHOOK\.CREATED\).*Replace Existing Webhook/,
		);
		expect(pipevest.webhook()).toMatchObject(THEIRS);
		expect(puts()).toBe(0);
	});

	it.each([
		['a deactivated one', { ...THEIRS, status: 'DEACTIVED' as const }],
		['one that tells little', { ...THEIRS, subscriptions: ['WEBHOOK'] }],
		['one without subscriptions', { ...THEIRS, subscriptions: [] }],
	])("leaves %s of another system's alone", async (_what, webhook) => {
		theirs(webhook);
		await open();
		await expect(host.publish()).rejects.toThrow(/Replace Existing Webhook/);
		expect(pipevest.webhook()).toMatchObject(webhook);
	});

	it('takes over what a trigger of the same n8n has left behind', async () => {
		await open();
		theirs({ url: `${host.url}/webhook/other`, subscriptions: ['WEBHOOK'] });
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({ url: host.webhookUrl() });
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject({
			url: host.webhookUrl(),
			subscriptions: ['WEBHOOK'],
		});
	});

	it("does not take the place of another workflow's trigger that wants events of the webhook only", async () => {
		const other = await openPipevestHost(pipevest, 'pipevestTrigger', {
			parameters: { events: ['WEBHOOK'] },
		});
		await other.publish();
		await open();
		// Both are triggers of one n8n, which has one address.
		const url = `${host.url}/webhook/other/webhook`;
		pipevest.setWebhook({ ...pipevest.webhook(), url });
		await expect(host.publish()).rejects.toThrow(/webhook\/other.*Replace Existing Webhook/);
		expect(pipevest.webhook()).toMatchObject({ url });
		await other.close();
	});

	it('asks for the webhook once, whether it may be registered or not', async () => {
		const looks = () =>
			pipevest.requests().filter(({ method, path }) => method === 'GET' && path === '/v1/webhooks');
		await open();
		await host.publish();
		expect(looks()).toHaveLength(1);
		theirs();
		pipevest.clearRequests();
		await expect(host.publish()).rejects.toThrow(/Replace Existing Webhook/);
		expect(looks()).toHaveLength(1);
	});

	it('does not take over what a trigger of the same n8n is using', async () => {
		await open();
		theirs({ url: `${host.url}/webhook/other`, subscriptions: ['ACCOUNT'] });
		await expect(host.publish()).rejects.toThrow(/webhook\/other \(ACCOUNT\)/);
	});

	it.each(['staging', 'production'])(
		'is refused in %s when Pipevest cannot reach n8n',
		async (environment) => {
			await open({}, { environment });
			await expect(host.hook('checkExists')).rejects.toThrow(/WEBHOOK_URL/);
			await expect(host.hook('create')).rejects.toThrow(/WEBHOOK_URL/);
			expect(pipevest.requests()).toEqual([]);
		},
	);
});

describe('unpublishing', () => {
	it('narrows the subscriptions where there is nothing to put back', async () => {
		await open();
		await host.publish();
		await host.unpublish();
		const narrowed = { url: host.webhookUrl(), subscriptions: ['WEBHOOK'] };
		expect(pipevest.webhook()).toMatchObject(narrowed);
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject(narrowed);
		expect(puts()).toBe(1);
	});

	it('and publishing again uses the same webhook', async () => {
		await open({ events: ['ACCOUNT'] });
		await host.publish();
		await host.unpublish();
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({
			url: host.webhookUrl(),
			subscriptions: ['ACCOUNT'],
		});
	});

	it('puts back what was there', async () => {
		theirs();
		await open(REPLACE);
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({ url: host.webhookUrl() });
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject(THEIRS);
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject(THEIRS);
	});

	it('puts back what was there last, not what was there once', async () => {
		theirs();
		await open(REPLACE);
		for (const url of ['https://one.example/', 'https://two.example/']) {
			theirs({ url, subscriptions: ['AUTH'] });
			await host.publish();
			await host.unpublish();
			expect(pipevest.webhook()).toMatchObject({ url, subscriptions: ['AUTH'] });
		}
	});

	it('leaves alone what somebody has set meanwhile', async () => {
		await open();
		await host.publish();
		theirs();
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject(THEIRS);
	});

	it('is done where there is no webhook', async () => {
		await open();
		expect(await host.unpublish()).toBe(true);
	});

	it('narrows when events of the webhook itself are wanted too', async () => {
		theirs();
		await open({ events: ['WEBHOOK'], ...REPLACE });
		await host.publish();
		await host.publish();
		expect(puts()).toBe(1);
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject(THEIRS);
	});
});

describe('trouble on the way', () => {
	const faults = {
		'a key that cannot be read': { path: '/webhooks/key', kind: 'status', status: 500 },
		'a key that is none': {
			...{ path: '/webhooks/key', kind: 'status', status: 200 },
			body: { data: { key: 'ssh-rsa AAAA' }, code: 200 },
		},
		'a change that is refused': { method: 'PUT', path: '/webhooks', kind: 'status', status: 403 },
		'a change whose answer is lost': {
			...{ method: 'PUT', path: '/webhooks', kind: 'refuse', processed: true },
			times: 2,
		},
	} as const;

	it.each(Object.keys(faults))('%s leaves what was there', async (fault) => {
		theirs();
		await open(REPLACE);
		pipevest.fault({ on: 'endpoint', ...faults[fault as keyof typeof faults] } as never);
		await expect(host.publish()).rejects.toThrow(/Pipevest|connection/);
		pipevest.clearFaults();
		await host.unpublish();
		expect(pipevest.webhook()).toMatchObject(THEIRS);
	});
});

describe('listening for a test event', () => {
	it('does not take the webhook of the workflow that runs, unless told to', async () => {
		await open();
		await host.publish();
		const production = host.webhookUrl();
		delete host.staticData['node:pipevestTrigger'];
		host.listen(true);
		await expect(host.hook('create')).rejects.toThrow(`delivers to ${production}`);
		expect(pipevest.webhook()).toMatchObject({ url: production });
	});

	it('gives it back afterwards', async () => {
		await open(REPLACE);
		await host.publish();
		const production = host.webhookUrl();
		const stored = host.staticData['node:pipevestTrigger'];
		host.listen(true);
		// n8n gives a test its own static data.
		delete host.staticData['node:pipevestTrigger'];
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({ url: host.webhookUrl() });
		await host.unpublish();
		host.staticData['node:pipevestTrigger'] = stored;
		host.listen(false);
		expect(pipevest.webhook()).toMatchObject({ url: production });
		expect(await host.hook('checkExists')).toBe(true);
	});

	it('leaves nothing that would stand in the way of publishing', async () => {
		await open();
		host.listen(true);
		await host.publish();
		await host.unpublish();
		host.listen(false);
		delete host.staticData['node:pipevestTrigger'];
		await host.publish();
		expect(pipevest.webhook()).toMatchObject({ url: host.webhookUrl() });
	});
});
