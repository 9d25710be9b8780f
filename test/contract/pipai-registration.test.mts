import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { openPipaiHost, type PipaiHost } from './support/pipaiHost.mts';

let sandbox: Sandbox;
let host: PipaiHost;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pipai'], timeScale: 0.001 });
});
beforeEach(async () => {
	sandbox.pipai.addWebhooks({ count: 3 });
	host = await openPipaiHost(sandbox.pipai);
});
afterEach(async () => {
	await host.close();
	sandbox.pipai.reset();
});
afterAll(async () => await sandbox.close());

const posts = () => sandbox.pipai.countRequests({ method: 'POST' });
const others = () =>
	sandbox.pipai.webhooks().filter(({ url }) => url.startsWith('https://other.example')).length;

/** One webhook has the trigger's URL, delivers, and its secret is the one n8n keeps. */
function expectRegistered() {
	const own = host.own();
	expect(own).toHaveLength(1);
	expect(own[0]).toMatchObject({ ...pick(), status: 'active' });
	expect(others()).toBe(3);
}
const pick = () => ({ id: host.kept().id, secret: host.secret() });

/** What can be at the provider when a workflow is published, given what n8n keeps. */
const remotes: Record<string, () => void> = {
	'as it was left': () => {},
	'deleted there': () => void sandbox.pipai.removeWebhook({ id: host.own()[0].id }),
	broken: () => void sandbox.pipai.changeWebhook({ id: host.own()[0].id, status: 'broken' }),
	'with other events': () =>
		void sandbox.pipai.changeWebhook({ id: host.own()[0].id, events: ['account.*'] }),
	'with another description': () =>
		void sandbox.pipai.changeWebhook({ id: host.own()[0].id, description: 'x' }),
	'with another URL': () =>
		void sandbox.pipai.changeWebhook({ id: host.own()[0].id, url: 'https://old.example/hook' }),
};

/** What n8n can have kept. */
const memories: Record<string, () => void> = {
	everything: () => {},
	nothing: () => void delete host.staticData['node:pipaiTrigger'],
	'no secret': () => void Object.assign(host.kept(), { secret: ' ' }),
	'another id': () => void Object.assign(host.kept(), { id: 'wh_00000000' }),
};

/** What can go wrong with any call. */
const troubles = {
	none: undefined,
	'429': {
		kind: 'status',
		status: 429,
		retryAfter: 0,
		body: { code: 'RATE_LIMITED', message: 'slow down' },
	},
	'500': { kind: 'status', status: 500, body: { code: 'INTERNAL_ERROR', message: 'x' } },
	'401': { kind: 'status', status: 401, body: { code: 'INVALID_SIGNATURE', message: 'x' } },
	'HTML in place of JSON': { kind: 'html', status: 200 },
	'a cut connection': { kind: 'refuse' },
	'an answer that is lost after the work was done': { kind: 'refuse', processed: true },
} as const;

describe('publishing', () => {
	const [left, everything] = [Object.keys(remotes)[0], Object.keys(memories)[0]];
	const all = Object.keys(remotes).flatMap((remote) =>
		Object.keys(memories).flatMap((memory) =>
			Object.keys(troubles).map((trouble) => [remote, memory, trouble] as const),
		),
	);
	/** Each two of the three together: troubles cost real seconds of waiting. */
	const matrix = all.filter(
		([remote, memory, trouble]) => remote === left || memory === everything || trouble === 'none',
	);

	it.each(matrix)('webhook %s, n8n knows %s, trouble: %s', async (remote, memory, trouble) => {
		await host.publish();
		remotes[remote]();
		memories[memory]();
		const fault = troubles[trouble as keyof typeof troubles];
		if (fault) sandbox.pipai.fault({ on: 'endpoint', times: 1, ...fault });
		await host.publish();
		const isForgotten = remote === 'with another URL' && ['nothing', 'another id'].includes(memory);
		if (!isForgotten) expect(sandbox.pipai.webhooks()).toHaveLength(4);
		expectRegistered();
	});

	it('leaves a webhook as it is that is as it should be', async () => {
		await host.publish();
		const { id } = host.kept();
		await host.publish();
		expect(host.kept().id).toBe(id);
		expect(posts()).toBe(1);
	});

	it.each([
		['events', { events: ['strategy.*', 'backtest.job_done'] }],
		[
			'additional events',
			{ events: ['strategy.*'], options: { additionalEvents: 'account.margin' } },
		],
		['description', { options: { description: 'Production' } }],
		['threshold', { events: ['account.balance_low'], balanceLowThreshold: '10.50' }],
	])('replaces it when other %s are wanted, though n8n told nobody', async (_what, parameters) => {
		await host.publish();
		host.change(parameters);
		await host.publish();
		expectRegistered();
		expect(posts()).toBe(2);
		await host.publish();
		expect(posts()).toBe(2);
	});

	it('replaces it when only the threshold, which no webhook shows, is another', async () => {
		const parameters = { events: ['account.balance_low'], balanceLowThreshold: '10.50' };
		await host.republish(parameters);
		host.change({ ...parameters, balanceLowThreshold: '10.51' });
		await host.publish();
		expect(host.own()).toMatchObject([{ balanceLowThreshold: '10.51' }]);
	});

	it('finds its URL on the last page, when the answer to its creation was lost', async () => {
		sandbox.pipai.addWebhooks({ count: 20 });
		sandbox.pipai.configure({ pageSize: 5 });
		const lost = { on: 'endpoint', method: 'POST', kind: 'refuse', processed: true } as const;
		sandbox.pipai.fault({ ...lost, times: 1 });
		await host.hook('create');
		expect(host.own()).toEqual([expect.objectContaining(pick())]);
		expect(sandbox.pipai.countRequests({ method: 'POST', status: 409 })).toBe(1);
		await host.hook('delete');
		expect(host.own()).toEqual([]);
	});

	it('asks for exactly what is chosen', async () => {
		await host.republish({
			events: ['account.balance_low', 'strategy.*'],
			balanceLowThreshold: '250.00',
			options: { additionalEvents: 'account.margin_call, strategy.*', description: 'Mine' },
		});
		const [request] = sandbox.pipai.requests({ method: 'POST' }).slice(-1);
		expect(JSON.parse(request.body)).toEqual({
			url: host.webhookUrl(),
			events: ['account.balance_low', 'strategy.*', 'account.margin_call'],
			description: 'Mine',
			balance_low_threshold: '250.00',
		});
	});

	it.each([
		['no threshold', { events: ['account.balance_low'] }, 'needs a threshold'],
		[
			'a threshold that is a float',
			{ events: ['account.balance_low'], balanceLowThreshold: 0.1 },
			'fractions lose digits',
		],
		[
			'a threshold of zero',
			{ events: ['account.balance_low'], balanceLowThreshold: '0' },
			'positive',
		],
		['no events', { events: [] }, 'No event is chosen'],
		['a long description', { options: { description: 'x'.repeat(201) } }, '200 characters'],
	])('refuses %s, and what is registered stays', async (_what, parameters, why) => {
		await host.publish();
		const before = sandbox.pipai.webhooks();
		host.change(parameters);
		await expect(host.hook('create')).rejects.toThrow(why);
		expect(sandbox.pipai.webhooks()).toEqual(before);
	});

	it('says that a webhook is paused, and neither resumes, replaces nor deletes it', async () => {
		await host.publish();
		const { id } = host.own()[0];
		sandbox.pipai.changeWebhook({ id, status: 'paused' });
		await expect(host.publish()).rejects.toThrow(
			`The webhook ${id} is paused at PipAI. Resume or delete it there`,
		);
		expect(host.own()).toMatchObject([{ id, status: 'paused' }]);
		sandbox.pipai.changeWebhook({ id, status: 'active' });
		await host.publish();
		expectRegistered();
		await host.unpublish();
		expect(host.own()).toEqual([]);
	});

	it('names the limit of 25 and the remedy, and asks once per attempt of n8n', async () => {
		sandbox.pipai.addWebhooks({ count: 22 });
		const failure = host.hook('create');
		await expect(failure).rejects.toThrow(/25 webhooks.*Delete one/);
		expect(posts()).toBe(1);
	});

	it.each([
		['webhooks:write', ['webhooks:read']],
		['webhooks:read', ['webhooks:write']],
	])('names the scope %s that the key lacks', async (scope, scopes) => {
		sandbox.pipai.configure({ scopes });
		await expect(host.hook('create')).rejects.toThrow(`lacks the scope ${scope}`);
	});

	it('says when the clock is to blame for a refused signature', async () => {
		sandbox.pipai.configure({ clockSkewMs: -1_200_000 });
		await expect(host.hook('create')).rejects.toThrow(/20 minutes ahead of PipAI's.*NTP/);
		sandbox.pipai.configure({ clockSkewMs: 0 });
		const wrong = await openPipaiHost(sandbox.pipai, { credential: { apiSecret: 'x' } });
		await expect(wrong.hook('create')).rejects.toThrow('Check the API key and the API secret');
		await wrong.close();
	});

	it('repeats a call once whose time was refused, with another time', async () => {
		const body = { code: 'INVALID_SIGNATURE', message: 'timestamp is out of date' };
		sandbox.pipai.fault({ on: 'endpoint', kind: 'status', status: 401, body, times: 1 });
		await host.hook('create');
		const [first, second] = sandbox.pipai.requests();
		expect([first.status, second.status]).toEqual([401, 200]);
		const times = [first, second].map(({ headers }) => Number(headers['x-pipai-timestamp']));
		expect(times[1]).toBeGreaterThanOrEqual(times[0]);
		expect(second.path + second.query).toBe(first.path + first.query);
	});

	it('does not take an answer without a list for an empty one', async () => {
		sandbox.pipai.fault({ on: 'endpoint', kind: 'status', status: 200, body: { ok: true } });
		await expect(host.hook('create')).rejects.toThrow('without a list');
		expect(posts()).toBe(0);
	});

	it('refuses a URL that PipAI on the internet cannot call, before it is asked', async () => {
		const away = await openPipaiHost(sandbox.pipai, {
			credential: { baseUrl: 'https://api.pipai.example' },
		});
		await expect(away.hook('create')).rejects.toThrow(/127\.0\.0\.1.*WEBHOOK_URL/);
		await away.close();
	});
});

describe('unpublishing', () => {
	it('deletes the webhook, and only that', async () => {
		await host.publish();
		await host.unpublish();
		expect(host.own()).toEqual([]);
		expect(others()).toBe(3);
	});

	it.each([
		['was never registered', async () => {}],
		[
			'is gone already',
			async () => {
				await host.publish();
				const body = { code: 'NOT_FOUND', message: 'no such webhook' };
				sandbox.pipai.fault({
					on: 'endpoint',
					method: 'DELETE',
					kind: 'status',
					status: 404,
					body,
				});
			},
		],
	])('succeeds when it %s', async (_what, before) => {
		await before();
		await expect(host.unpublish()).resolves.toBe(true);
	});

	it('says what stands in the way', async () => {
		await host.publish();
		sandbox.pipai.configure({ scopes: ['webhooks:read'] });
		await expect(host.unpublish()).rejects.toThrow('webhooks:write');
	});
});
