import { createHmac } from 'node:crypto';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
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

	it('accepts the secret of a replaced entry for two days, and no longer', async () => {
		await host.publish();
		const [{ id, secret }] = host.active();
		sandbox.pi.dropWebhook({ id });
		await host.publish();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now');
		const found: Array<[number, number]> = [];
		try {
			for (const hours of [0, 47, 49, 400 * 24]) {
				clock.mockImplementation(() => now + hours * 3_600_000);
				const job = { id: `job-${hours}` };
				const body = JSON.stringify({ id: 'evt_pi_1', type: 'job.completed', data: { job } });
				const signature = createHmac('sha256', secret).update(body).digest('hex');
				const headers = {
					'content-type': 'application/json',
					'x-pi-signature': `sha256=${signature}`,
				};
				const [{ status }] = await sandbox.pi.send({ url: host.webhookUrl(), headers, body });
				found.push([hours, status ?? 0]);
			}
		} finally {
			clock.mockRestore();
		}
		expect(found.map(([hours, status]) => `${hours} h: ${status}`)).toEqual([
			'0 h: 200',
			'47 h: 200',
			'49 h: 401',
			'9600 h: 401',
		]);
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

	it.each<[string, object]>([
		['does not know the key', { kind: 'status', status: 401 }],
		['is broken', { kind: 'status', status: 500 }],
		['cannot be reached', { kind: 'refuse' }],
		['answers nonsense', { kind: 'html', status: 200 }],
	])(
		'is done after a publishing that failed since Pi %s, and the next one registers',
		async (_, fault) => {
			const broken = () =>
				sandbox.pi.fault({ on: 'endpoint', path: '/webhooks', ...fault } as never);
			for (const wasPublished of [false, true]) {
				broken();
				await expect(host.hook('checkExists')).rejects.toThrow();
				await expect(host.hook('delete')).resolves.toBe(true);
				await expect(host.hook('create')).rejects.toThrow();
				await expect(host.hook('delete')).resolves.toBe(true);
				sandbox.pi.clearFaults();
				await host.publish();
				expect([wasPublished, host.active().length]).toEqual([wasPublished, 1]);
				await host.unpublish();
			}
		},
	);

	it('fails where something is registered that may still deliver', async () => {
		await host.publish();
		sandbox.pi.fault({ on: 'endpoint', path: '/webhooks', kind: 'status', status: 401 });
		await expect(host.unpublish()).rejects.toThrow('HTTP 401');
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
