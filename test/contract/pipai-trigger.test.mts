import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { openPipaiHost, pipaiDelivery, type PipaiHost } from './support/pipaiHost.mts';
import { until } from '../support/until.mts';

const records = installMemoryRecords();
let sandbox: Sandbox;
let host: PipaiHost;

beforeAll(async () => {
	// A schedule of 33 hours in a second.
	sandbox = await startSandbox({ providers: ['pipai'], timeScale: 1e-5 });
});
beforeEach(async () => await open());
afterEach(async () => {
	await host.close();
	records.clear();
	sandbox.pipai.reset();
});
afterAll(async () => await sandbox.close());

async function open(parameters: IDataObject = {}) {
	host = await openPipaiHost(sandbox.pipai, { parameters });
	await host.publish();
}

async function reopen(parameters: IDataObject) {
	await host.unpublish();
	await host.close();
	await open(parameters);
}

type Made = Omit<Parameters<typeof pipaiDelivery>[0], 'secret'> & { secret?: string };

/** Posts a delivery made with the webhook's secret, unless told otherwise. */
async function post(made: Made = {}, times = 1) {
	const message = pipaiDelivery({ ...made, secret: made.secret ?? host.secret() ?? '' });
	const answers = await sandbox.pipai.send({ url: host.webhookUrl(), ...message, times });
	return answers.map(({ status, body }) => [status, JSON.parse(body)] as const);
}

const ACCEPTED = [200, { status: 'accepted' }];

describe('a delivery of PipAI', () => {
	it('starts one run with the simplified event', async () => {
		sandbox.pipai.emit({
			type: 'strategy.position_opened',
			id: 'evt_8c1f2a3b4d',
			createdAt: '2026-04-29T12:00:00.000Z',
			data: { entry_price: '0.10000000000000000001' },
		});
		await sandbox.pipai.idle();
		expect(await host.itemsOf()).toEqual([
			{
				event: 'strategy.position_opened',
				eventId: 'evt_8c1f2a3b4d',
				occurredAt: '2026-04-29T12:00:00.000Z',
				data: { entry_price: '0.10000000000000000001' },
			},
		]);
		expect(host.executions).toHaveLength(1);
	});

	it('is one event in all of its ten attempts, and one run', async () => {
		sandbox.pipai.emit({ type: 'strategy.error', lostAnswers: 9 });
		await sandbox.pipai.idle();
		const [{ attempts, state }] = sandbox.pipai.deliveries();
		expect(state).toBe('delivered');
		const answers = attempts.map(({ answer }) => JSON.parse(answer.body).status as string);
		expect(answers).toEqual(['accepted', ...Array<string>(9).fill('duplicate')]);
		expect(host.executions).toHaveLength(1);
	});

	it('is one event in ten copies at once too', async () => {
		const answers = await post({}, 10);
		expect(answers.filter(([, { status }]) => status === 'accepted')).toHaveLength(1);
		expect(host.executions).toHaveLength(1);
	});

	it('starts another run for another event of the same content', async () => {
		expect(await post({ id: 'evt_1' })).toEqual([ACCEPTED]);
		expect(await post({ id: 'evt_2' })).toEqual([ACCEPTED]);
		expect(host.executions).toHaveLength(2);
	});

	it('tells of its attempt in the raw item, and nothing is missing there', async () => {
		await reopen({ simplify: false });
		const attempt = { 'X-PipAI-Delivery-Attempt': '3', 'X-PipAI-Delivery-Id': 'dlv_7' };
		await post({ headers: attempt });
		expect(await host.itemsOf()).toEqual([
			{
				id: 'evt_8c1f2a3b4d',
				type: 'strategy.deployed',
				created_at: '2026-04-29T12:00:00.000Z',
				data: {},
				deliveryId: 'dlv_7',
				deliveryAttempt: 3,
			},
		]);
	});

	it('is taken whatever the spacing of its JSON', async () => {
		const body = '{\n  "type": "strategy.deployed",\t"id": "evt_8c1f2a3b4d" }\n';
		expect(await post({ body })).toEqual([ACCEPTED]);
	});
});

describe('what is not PipAI’s, or not its own', () => {
	const header = (name: string, value: string | undefined) => ({ headers: { [name]: value } });
	const old = (seconds: number) => ({ at: Date.now() - seconds * 1000 });

	it.each<[string, () => Made, string]>([
		['another secret', () => ({ secret: 'not-it' }), 'does not match'],
		['a blank secret', () => ({ secret: '' }), 'does not match'],
		['no signature', () => header('X-PipAI-Signature', undefined), 'X-PipAI-Signature'],
		['a blank signature', () => header('X-PipAI-Signature', ''), 'X-PipAI-Signature'],
		['base64 in place of hex', () => header('X-PipAI-Signature', 'q83vq83v'), 'X-PipAI-Signature'],
		['no timestamp', () => header('X-PipAI-Timestamp', undefined), 'X-PipAI-Timestamp'],
		['a time 6 minutes ago', () => old(360), '360 s ago'],
		['a time 6 minutes ahead', () => old(-360), 'in the future'],
		[
			'another time than was signed',
			() => header('X-PipAI-Timestamp', String(Date.now() + 9)),
			'match',
		],
		['another id in the header', () => header('X-PipAI-Event-Id', 'evt_0'), 'X-PipAI-Event-Id'],
		['no id in the header', () => header('X-PipAI-Event-Id', undefined), 'X-PipAI-Event-Id'],
		['another type', () => header('X-PipAI-Event-Type', 'account.x'), 'X-PipAI-Event-Type'],
		['no type', () => header('X-PipAI-Event-Type', undefined), 'X-PipAI-Event-Type'],
	])('is refused: %s', async (_what, made, why) => {
		const [[status, { error }]] = await post(made());
		expect(status).toBe(401);
		expect(error).toContain(why);
		expect(host.executions).toEqual([]);
	});

	it('is refused when any character of the body is another', async () => {
		const { headers, body } = pipaiDelivery({ secret: host.secret() ?? '' });
		for (let at = 0; at < body.length; at++) {
			const changed = body.slice(0, at) + (body[at] === ' ' ? '\t' : ' ') + body.slice(at + 1);
			const [answer] = await sandbox.pipai.send({
				url: host.webhookUrl(),
				headers: headers.filter(([name]) => name !== 'content-type'),
				body: changed,
			});
			expect(answer.status).toBe(401);
		}
		expect(host.executions).toEqual([]);
	});

	it.each(['{"id":"","type":"strategy.deployed"}', '[]', '"x"', '{"id":{},"type":"a"}'])(
		'is not understood, though signed: %s',
		async (body) => {
			const parsed = JSON.parse(body) as { id?: unknown; type?: unknown };
			const [[status, { error }]] = await post({
				body,
				headers: {
					'X-PipAI-Event-Id': String(parsed.id ?? ''),
					'X-PipAI-Event-Type': String(parsed.type ?? ''),
				},
			});
			expect([400, 401]).toContain(status);
			expect(error).toEqual(expect.any(String));
			expect(host.executions).toEqual([]);
		},
	);

	it('does not bring a workflow down that has no secret', async () => {
		await host.unpublish();
		const secret = host.secret();
		delete host.staticData['node:pipaiTrigger'];
		expect(await post({ secret })).toEqual([[401, { error: expect.any(String) }]]);
	});
});

describe('the tolerance', () => {
	it('can be set', async () => {
		await reopen({ options: { tolerance: 600 } });
		expect(await post({ at: Date.now() - 500_000 })).toEqual([ACCEPTED]);
	});
});

describe('the choice of events', () => {
	it.each([
		[{ events: ['strategy.*'] }, 'strategy.deployed', 'accepted'],
		[{ events: ['strategy.*'] }, 'account.api_key_rotated', 'ignored'],
		[{ events: ['backtest.job_done'] }, 'backtest.job_done', 'accepted'],
		[
			{ events: ['backtest.*'], options: { additionalEvents: 'account.margin_call' } },
			'account.margin_call',
			'accepted',
		],
		[{ events: ['*'] }, 'something.new', 'accepted'],
		[{ events: ['*'] }, 'webhook.test', 'ignored'],
		[{ events: ['strategy.*'] }, 'webhook.test', 'ignored'],
	])('%j: %s is %s', async (parameters, type, status) => {
		await reopen(parameters);
		expect(await post({ type })).toEqual([[200, { status }]]);
		expect(host.executions).toHaveLength(status === 'accepted' ? 1 : 0);
	});
});

describe('while listening for a test event', () => {
	const tests = () => sandbox.pipai.countRequests({ method: 'POST', path: '/test' });

	async function listen(parameters: IDataObject) {
		await reopen(parameters);
		await host.unpublish();
		host.listen(true);
		await host.publish();
	}

	it('a test event starts a run, whatever the events', async () => {
		await listen({ events: ['strategy.*'] });
		expect(await post({ type: 'webhook.test' })).toEqual([ACCEPTED]);
		expect(host.executions.map(({ mode }) => mode)).toEqual(['manual']);
	});

	it('PipAI is asked for one at once, if that is wanted', async () => {
		await listen({ events: ['strategy.*'], options: { sendTestEvent: true } });
		await until('a run', () => host.executions.length > 0);
		expect(await host.itemsOf()).toMatchObject([
			{ event: 'webhook.test', eventId: expect.stringMatching(/^evt_test_/) },
		]);
		expect(tests()).toBe(1);
	});

	it.each([
		['it is not wanted', {}, true],
		['the workflow is published', { sendTestEvent: true }, false],
	])('nobody is asked when %s', async (_when, options, listening) => {
		if (listening) await listen({ options });
		else await reopen({ options });
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		expect(tests()).toBe(0);
	});
});
