import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { piapiDelivery } from './support/piapiDelivery.mts';
import { until } from '../support/until.mts';

const SECRET = 's3cret-of-the-test';
const records = installMemoryRecords();
let sandbox: Sandbox;
let host: Awaited<ReturnType<typeof createHost>>;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
beforeEach(async () => await open());
afterEach(async () => {
	await host.close();
	records.clear();
	sandbox.piapi.reset();
});
afterAll(async () => await sandbox.close());

async function open(parameters: IDataObject = {}, credential: IDataObject = {}) {
	const { apiKey, url, uploadUrl } = sandbox.piapi;
	const piapiApi = { apiKey, baseUrl: url, uploadUrl, webhookSecret: SECRET, ...credential };
	host = await createHost({
		nodes: [{ type: 'piapiTrigger', parameters: { events: ['*'], ...parameters } }],
		credentials: { piapiApi: piapiApi },
	});
}

async function reopen(parameters: IDataObject, credential: IDataObject = {}) {
	await host.close();
	await open(parameters, credential);
}

/** Posts a delivery, byte for byte. */
async function post(
	body: string | Buffer,
	headers: Array<[string, string]> = [['x-webhook-secret', SECRET]],
	times = 1,
) {
	const all = await sandbox.piapi.send({
		url: host.webhookUrl(),
		headers: [['content-type', 'application/json'], ...headers],
		bodyBase64: Buffer.from(body).toString('base64'),
		times,
	});
	return all.map(({ status, body: answer }) => ({
		status,
		answer: JSON.parse(String(answer)) as unknown,
	}));
}

async function itemsOf(index = 0) {
	const execution = await host.settled(host.executions[index], 'success', 'error');
	if (execution.error) throw execution.error;
	return execution.items;
}

describe('an authentic delivery', () => {
	it('starts one run with the simplified task', async () => {
		const sentAt = Math.floor(Date.now() / 1000);
		const body = piapiDelivery({ output: { image_url: 'https://img.example/1.png' } }, sentAt);
		expect(await post(JSON.stringify(body))).toEqual([
			{ status: 200, answer: { status: 'accepted' } },
		]);
		expect((await itemsOf()).map(({ json }) => json)).toEqual([
			{
				event: 'completed',
				eventId: `task-1:completed:${sentAt}`,
				jobId: 'task-1',
				jobType: 'txt2img',
				status: 'completed',
				resultUrls: ['https://img.example/1.png'],
				error: null,
				reference: null,
				metadata: null,
				occurredAt: '2026-01-02T03:04:05.678Z',
				model: 'Qubico/flux1-dev',
				output: { image_url: 'https://img.example/1.png' },
				usage: { type: 'point', frozen: 0, consume: 100_000 },
			},
		]);
	});

	it('gives the body as delivered when not simplified, without the secret it echoes', async () => {
		await reopen({ simplify: false });
		const body = piapiDelivery({
			config: { webhook_config: { endpoint: '[redacted]', secret: SECRET } },
		});
		await post(JSON.stringify(body));
		const [{ json }] = await itemsOf();
		expect(json).toEqual({
			...body,
			data: {
				...body.data,
				config: { webhook_config: { endpoint: '[redacted]', secret: '[redacted]' } },
			},
		});
		expect(JSON.stringify(host.executions[0].data)).not.toContain(SECRET);
	});

	it('is verified by its raw bytes: pretty-printed, with a byte order mark, as another JSON type', async () => {
		const bodies = ['a', 'b', 'c'].map((task_id) =>
			JSON.stringify(piapiDelivery({ task_id }), null, 4),
		);
		expect(await post(bodies[0])).toEqual([{ status: 200, answer: { status: 'accepted' } }]);
		const [withMark] = await sandbox.piapi.send({
			url: host.webhookUrl(),
			headers: { 'content-type': 'application/vnd.piapi+json', 'x-webhook-secret': SECRET },
			bodyBase64: Buffer.from(`\uFEFF${bodies[1]}`).toString('base64'),
		});
		expect(withMark.status).toBe(200);
	});

	it('may carry the previous secret while one is set, and only then', async () => {
		const old: Array<[string, string]> = [['x-webhook-secret', 'old-secret']];
		expect((await post(JSON.stringify(piapiDelivery()), old))[0].status).toBe(401);
		await reopen({}, { previousWebhookSecret: 'old-secret' });
		expect((await post(JSON.stringify(piapiDelivery()), old))[0].status).toBe(200);
		expect((await post(JSON.stringify(piapiDelivery({ task_id: 'other' }))))[0].status).toBe(200);
	});
});

describe('a delivery that is not authentic starts nothing and is told why', () => {
	const cases: Array<[string, Array<[string, string]>, RegExp]> = [
		['wrong', [['x-webhook-secret', 'wrong']], /does not match the credential/],
		['missing', [], /no x-webhook-secret header/],
		['blank', [['x-webhook-secret', '']], /blank/],
		['only spaces', [['x-webhook-secret', '   ']], /blank/],
		[
			'twice',
			[
				['x-webhook-secret', SECRET],
				['x-webhook-secret', SECRET],
			],
			/2 x-webhook-secret headers/,
		],
		['longer', [['x-webhook-secret', `${SECRET}x`]], /does not match the credential/],
		['shorter', [['x-webhook-secret', SECRET.slice(1)]], /does not match the credential/],
		[
			'in other letters',
			[['x-webhook-secret', SECRET.toUpperCase()]],
			/does not match the credential/,
		],
	];
	it.each(cases)('secret %s', async (_, headers, reason) => {
		const [{ status, answer }] = await post(JSON.stringify(piapiDelivery()), headers);
		expect(status).toBe(401);
		expect(answer).toEqual({ error: expect.stringMatching(reason) });
		expect(JSON.stringify(answer)).not.toContain(SECRET);
		expect(host.executions).toHaveLength(0);
	});

	it.each([-301, 301, -86_400 * 365])('sent %d s from now', async (seconds) => {
		const [{ status, answer }] = await post(
			JSON.stringify(piapiDelivery({}, Math.floor(Date.now() / 1000) + seconds)),
		);
		expect(status).toBe(401);
		expect(answer).toEqual({ error: expect.stringMatching(/allowed are 300 s/) });
		expect(host.executions).toHaveLength(0);
	});

	it('no secret and no key at all', async () => {
		await reopen({}, { apiKey: '', webhookSecret: '' });
		expect(
			(await post(JSON.stringify(piapiDelivery()), [['x-webhook-secret', '']]))[0].status,
		).toBe(401);
		expect((await post(JSON.stringify(piapiDelivery())))[0].status).toBe(401);
	});

	it('whatever the headers and bodies: never accepted, never thrown', async () => {
		const text = fc
			.string({ unit: 'grapheme-ascii', maxLength: 40 })
			.filter((value) => value.trim() !== SECRET);
		const bodies = fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(piapiDelivery())));
		await fc.assert(
			fc.asyncProperty(text, bodies, async (secret, body) => {
				const [{ status }] = await post(body, [
					['x-webhook-secret', secret.replace(/[^\x20-\x7e]/g, '')],
				]);
				// 422 is n8n's own answer to what is no JSON.
				expect([401, 422]).toContain(status);
			}),
			{ numRuns: 200 },
		);
		expect(host.executions).toHaveLength(0);
	});
});

describe('an authentic delivery that is not understood', () => {
	const at = Math.floor(Date.now() / 1000);
	it.each([
		['null', null],
		['a list', []],
		['a text', 'x'],
		['empty', {}],
		['no task', { timestamp: at, data: {} }],
		['no status', { timestamp: at, data: { task_id: 'x' } }],
		['no time', { data: { task_id: 'x', status: 'completed' } }],
		['time as text', { timestamp: String(at), data: { task_id: 'x', status: 'completed' } }],
		['time in ms', { timestamp: at * 1000, data: { task_id: 'x', status: 'completed' } }],
		['data is a list', { timestamp: at, data: [] }],
	])('%s', async (_, body) => {
		const [{ status, answer }] = await post(JSON.stringify(body));
		expect({ status, answer }).toEqual({ status: 400, answer: { error: 'Not a PiAPI event' } });
		expect(host.executions).toHaveLength(0);
	});
});

describe('what is wanted', () => {
	it.each([
		[['completed'], 'Completed', 'accepted'],
		[['completed'], 'processing', 'ignored'],
		[['completed', 'failed'], 'FAILED', 'accepted'],
		[['staged', 'pending', 'processing'], 'Staged', 'accepted'],
		[['*'], 'processing', 'accepted'],
	])('%j of %s: %s', async (events, status, expected) => {
		await reopen({ events });
		expect(await post(JSON.stringify(piapiDelivery({ status })))).toEqual([
			{ status: 200, answer: { status: expected } },
		]);
		expect(host.executions).toHaveLength(expected === 'accepted' ? 1 : 0);
	});

	it.each([
		['kling, QUBICO/flux1-dev', 'accepted'],
		['kling', 'ignored'],
		['', 'accepted'],
	])('models "%s": %s', async (model, expected) => {
		await reopen({ options: { model } });
		expect((await post(JSON.stringify(piapiDelivery())))[0].answer).toEqual({ status: expected });
	});
});

describe('one run per event', () => {
	it('20 simultaneous copies: one accepted, 19 duplicates', async () => {
		const answers = await post(JSON.stringify(piapiDelivery()), undefined, 20);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		const statuses = answers.map(({ answer }) => (answer as { status: string }).status).sort();
		expect(statuses).toEqual(['accepted', ...Array(19).fill('duplicate')]);
		expect(host.executions).toHaveLength(1);
	});

	it('a copy delivered later with another timestamp is the same event', async () => {
		const now = Math.floor(Date.now() / 1000);
		await post(JSON.stringify(piapiDelivery({}, now - 10)));
		expect((await post(JSON.stringify(piapiDelivery({}, now))))[0].answer).toEqual({
			status: 'duplicate',
		});
	});

	it('but each step of progress is one of its own', async () => {
		const now = Math.floor(Date.now() / 1000);
		const answers = [now - 2, now - 1, now - 1].map((at) =>
			JSON.stringify(piapiDelivery({ status: 'processing' }, at)),
		);
		const statuses = [];
		for (const body of answers) statuses.push((await post(body))[0].answer);
		expect(statuses).toEqual([
			{ status: 'accepted' },
			{ status: 'accepted' },
			{ status: 'duplicate' },
		]);
	});

	it('after a start that failed the next delivery runs it', async () => {
		host.refuseNext(1);
		const body = JSON.stringify(piapiDelivery());
		const answers = await post(body, undefined, 3);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 500]);
		expect(host.executions).toHaveLength(1);
	});

	it.each([
		['webhook', 0],
		['retry', 1],
		['manual', 1],
	] as const)('a further %s execution of it gives %d items', async (mode, count) => {
		await post(JSON.stringify(piapiDelivery()));
		expect(await itemsOf()).toHaveLength(1);
		expect((await host.again(host.executions[0], mode)).items).toHaveLength(count);
	});

	it('is left to the workflow when switched off', async () => {
		await reopen({ options: { deduplicateBy: 'off' } });
		const body = JSON.stringify(piapiDelivery());
		for (const index of [0, 1]) {
			expect((await post(body))[0].answer).toEqual({ status: 'accepted' });
			expect(await itemsOf(index)).toHaveLength(1);
		}
	});

	it('does not apply while listening for a test event', async () => {
		host.listen(true);
		const body = JSON.stringify(piapiDelivery());
		for (const index of [0, 1]) {
			expect((await post(body))[0].answer).toEqual({ status: 'accepted' });
			expect(await itemsOf(index)).toHaveLength(1);
		}
	});

	it('and a database that fails for a while costs no event', async () => {
		records.failNext(2);
		await post(JSON.stringify(piapiDelivery()));
		expect(await itemsOf()).toHaveLength(1);
		records.failNext(100);
		await post(JSON.stringify(piapiDelivery({ task_id: 'task-2' })));
		expect(await itemsOf(1)).toHaveLength(1);
		records.failNext(0);
	});
});

describe('confirm and download', () => {
	async function finishedTask() {
		sandbox.piapi.behave({ durationMs: 0 });
		const created = await fetch(`${sandbox.piapi.url}/api/v1/task`, {
			method: 'POST',
			headers: { 'x-api-key': sandbox.piapi.apiKey, 'content-type': 'application/json' },
			body: JSON.stringify({
				model: 'Qubico/flux1-schnell',
				task_type: 'txt2img',
				input: { prompt: 'x' },
			}),
		});
		const { data } = (await created.json()) as { data: { task_id: string } };
		await until(
			'the task to complete',
			() => sandbox.piapi.task({ id: data.task_id }).state === 'completed',
		);
		return data.task_id;
	}

	it("emits the API's answer, not what was delivered", async () => {
		await reopen({ options: { confirm: true } });
		const task_id = await finishedTask();
		await post(
			JSON.stringify(
				piapiDelivery({ task_id, output: { image_url: 'https://evil.example/x.png' } }),
			),
		);
		const [{ json }] = await itemsOf();
		expect(json.resultUrls).toEqual([expect.stringContaining(`${sandbox.piapi.url}/files/`)]);
	});

	it('shows that the API knows no such task', async () => {
		await reopen({ options: { confirm: true } });
		await post(JSON.stringify(piapiDelivery({ task_id: 'unknown' })));
		const { error } = await host.settled(host.executions[0], 'error', 'success');
		expect(error?.message).toMatch(/PiAPI/);
	});

	it('puts the result files into binary fields', async () => {
		await reopen({ options: { download: true } });
		const image = `${sandbox.piapi.url}/files/a.png`;
		await post(
			JSON.stringify(
				piapiDelivery({ output: { image_urls: [image, `${sandbox.piapi.url}/files/b.png`] } }),
			),
		);
		const [{ binary }] = await itemsOf();
		expect(Object.keys(binary ?? {})).toEqual(['data', 'data_1']);
		expect(binary?.data).toMatchObject({ mimeType: 'image/png', fileName: 'a.png' });
	});

	it('names what is too large and keeps the rest', async () => {
		await reopen({ options: { download: true, maxFileSize: 1 } });
		const big = `${sandbox.piapi.url}/files/big/2000000/big.png?chunked=1`;
		await post(
			JSON.stringify(
				piapiDelivery({ output: { image_urls: [big, `${sandbox.piapi.url}/files/b.png`] } }),
			),
		);
		const [{ binary, json }] = await itemsOf();
		expect(Object.keys(binary ?? {})).toEqual(['data']);
		expect(json.downloadProblems).toEqual([
			{ url: big, reason: expect.stringMatching(/larger than 1.0 MB/) },
		]);
	});
});

describe('legacy Midjourney v2', () => {
	const callback = (status: string, progress: number) => ({
		task_id: 'mj-1',
		status,
		process_time: 89,
		meta: {
			task_type: 'imagine',
			created_at: 1_767_000_000,
			ended_at: status === 'finished' ? 1_767_000_089 : 0,
		},
		task_result: {
			task_progress: progress,
			image_url: progress === 100 ? 'https://img.example/mj.png' : '',
			error_messages: [],
		},
	});

	it('comes through the same trigger', async () => {
		await post(JSON.stringify(callback('finished', 100)));
		const [{ json }] = await itemsOf();
		expect(json).toMatchObject({
			event: 'completed',
			jobId: 'mj-1',
			jobType: 'imagine',
			status: 'completed',
			resultUrls: ['https://img.example/mj.png'],
			model: 'midjourney',
			progress: 100,
			occurredAt: '2025-12-29T09:21:29.000Z',
		});
	});

	it('starts a run for each step of progress, once', async () => {
		const statuses = [];
		for (const [status, progress] of [
			['processing', 20],
			['processing', 20],
			['processing', 40],
			['finished', 100],
		] as const) {
			statuses.push((await post(JSON.stringify(callback(status, progress))))[0].answer);
		}
		expect(statuses.map((answer) => (answer as { status: string }).status)).toEqual([
			'accepted',
			'duplicate',
			'accepted',
			'accepted',
		]);
	});
});

describe('Events, where nobody has chosen any', () => {
	const ACCEPTED = { status: 200, answer: { status: 'accepted' } };
	const IGNORED = { status: 200, answer: { status: 'ignored' } };

	it.each([
		[1, 'as in 0.1.0 all', ACCEPTED],
		[1.1, 'the end of a task', IGNORED],
	])('are in version %d %s', async (typeVersion, _, pending) => {
		await host.close();
		const { apiKey, url, uploadUrl } = sandbox.piapi;
		host = await createHost({
			nodes: [{ type: 'piapiTrigger', typeVersion, parameters: {} }],
			credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl, webhookSecret: SECRET } },
		});
		const sentAt = Math.floor(Date.now() / 1000);
		const tell = async (status: string) =>
			await post(JSON.stringify(piapiDelivery({ task_id: status, status }, sentAt)));
		expect(await tell('Pending')).toEqual([pending]);
		expect(await tell('Completed')).toEqual([ACCEPTED]);
		expect(await tell('Failed')).toEqual([ACCEPTED]);
	});
});
