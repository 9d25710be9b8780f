import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { openPiHost, type PiHost } from './support/piHost.mts';

const SOMEBODY = 'https://somebody.example/hook';
let sandbox: Sandbox;
let host: PiHost;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pi'], timeScale: 0.001 });
});
beforeEach(async () => {
	host = await openPiHost(sandbox.pi);
	sandbox.pi.addWebhook({ url: SOMEBODY });
});
afterEach(async () => {
	const [foreign] = sandbox.pi.webhooks();
	expect(foreign).toMatchObject({ endpointUrl: SOMEBODY, isActive: true });
	await host.close();
	sandbox.pi.reset();
});
afterAll(async () => await sandbox.close());

/** What n8n's database hands on: to the same workflow after a restart, or to a copy of it. */
const handOn = (from: PiHost, to: PiHost) =>
	Object.assign(to.staticData, JSON.parse(JSON.stringify(from.staticData)));
const posts = () => sandbox.pi.countRequests({ method: 'POST', path: '/webhooks' });

describe('publishing', () => {
	it('registers once, and adopts what it finds the next time', async () => {
		await host.publish();
		await host.publish();
		expect(posts()).toBe(1);
		expect(await host.hook('checkExists')).toBe(true);
	});

	it('enables the same entry when it is published again', async () => {
		await host.publish();
		const [{ id }] = host.active();
		for (let i = 0; i < 3; i++) {
			await host.unpublish();
			await host.publish();
		}
		expect(host.active().map((entry) => entry.id)).toEqual([id]);
		expect(posts()).toBe(1);
	});

	it('makes a secret of 32 random bytes that no item and no answer shows', async () => {
		await host.publish();
		const [{ secret, id }] = host.active();
		expect(secret).toMatch(/^whsec_[\da-f]{64}$/);
		sandbox.pi.dropWebhook({ id });
		await host.publish();
		expect(host.active()[0].secret).not.toBe(secret);
	});

	it('replaces the entry with the URL of before when the public URL has changed', async () => {
		await host.publish();
		const moved = await openPiHost(sandbox.pi, { workflowId: host.workflowId });
		handOn(host, moved);
		await moved.publish();
		expect(host.active()).toEqual([]);
		expect(moved.active()).toHaveLength(1);
		await moved.close();
	});

	it('leaves the entry of a workflow alone that this one was copied from', async () => {
		await host.publish();
		const copy = await openPiHost(sandbox.pi, { workflowId: 'a copy' });
		handOn(host, copy);
		await copy.publish();
		await copy.unpublish();
		expect(host.active()).toHaveLength(1);
		expect(copy.active()).toEqual([]);
		await copy.close();
	});

	it('keeps two triggers of one workflow apart', async () => {
		const two = await openPiHost(sandbox.pi, { names: ['A', 'B'] });
		await two.publish('A');
		await two.publish('B');
		await two.unpublish('A');
		expect([two.active('A').length, two.active('B').length]).toEqual([0, 1]);
		await two.close();
	});

	it('keeps the test listener and production apart', async () => {
		await host.publish();
		const test = await openPiHost(sandbox.pi, { workflowId: 'same' });
		test.listen(true);
		await test.publish();
		expect(test.active()[0].endpointUrl).toContain('/webhook-test/');
		await test.unpublish();
		expect(host.active()).toHaveLength(1);
		expect(test.active()).toEqual([]);
		await test.close();
	});
});

describe('unpublishing', () => {
	it('is done when the provider knows the entry no more', async () => {
		await host.publish();
		sandbox.pi.fault({ on: 'endpoint', method: 'PATCH', kind: 'status', status: 404 });
		await expect(host.unpublish()).resolves.toBe(true);
	});

	it('is done when nothing was ever registered', async () => {
		await expect(host.unpublish()).resolves.toBe(true);
	});

	it('says what stands in the way, and succeeds the next time', async () => {
		await host.publish();
		sandbox.pi.fault({ on: 'endpoint', method: 'PATCH', kind: 'status', status: 500, times: 2 });
		await expect(host.unpublish()).rejects.toThrow('HTTP 500');
		await host.unpublish();
		expect(host.active()).toEqual([]);
	});
});

describe('what cannot be registered', () => {
	const refusals = [
		[401, 'unkey_not_found', 'Check it in the credential'],
		[403, 'unkey_insufficient_permissions', 'Check its permissions'],
		[400, 'invalid_endpoint_url', 'Check the fields'],
		[500, 'create_failed', 'Try again later'],
	] as const;

	it.each(refusals)(
		'%i %s: cause, remedy and request ID in the message',
		async (status, code, remedy) => {
			const error = { type: 'x', code, message: 'because of that', request_id: 'req_pi_7' };
			sandbox.pi.fault({ on: 'endpoint', method: 'POST', kind: 'status', status, body: { error } });
			const failure = await host.publish().catch((thrown: Error) => thrown.message);
			for (const part of [remedy, `HTTP ${status}`, code, 'because of that', 'req_pi_7'])
				expect(failure).toContain(part);
			expect(host.active()).toEqual([]);
		},
	);

	it('names the address when nobody answers there', async () => {
		const dark = await openPiHost(sandbox.pi, { credential: { baseUrl: 'http://127.0.0.1:9' } });
		await expect(dark.hook('create')).rejects.toThrow('Check the base URL in the credential');
		await dark.close();
	});

	it('refuses a URL that a provider on the internet cannot call, before it is asked', async () => {
		const away = await openPiHost(sandbox.pi, { credential: { baseUrl: 'https://api.trypi.ai' } });
		await expect(away.hook('create')).rejects.toThrow(/127\.0\.0\.1.*WEBHOOK_URL/);
		await expect(away.hook('checkExists')).rejects.toThrow('WEBHOOK_URL');
		await away.close();
	});

	it('does not take an answer without a list for an empty one', async () => {
		const body = { id: 'x', data: { object: 'list' } };
		sandbox.pi.fault({ on: 'endpoint', method: 'GET', kind: 'status', status: 200, body });
		await expect(host.hook('create')).rejects.toThrow('without a list');
		expect(posts()).toBe(0);
	});
});
