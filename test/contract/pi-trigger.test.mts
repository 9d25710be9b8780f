import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { openPiHost, type PiHost } from './support/piHost.mts';
import { postBytes } from './support/postBytes.mts';

type Header = [name: string, value: string];

const ACCEPTED = { status: 200, answer: { status: 'accepted' } };
const DUPLICATE = { status: 200, answer: { status: 'duplicate' } };
const IGNORED = { status: 200, answer: { status: 'ignored' } };
const records = installMemoryRecords();
let sandbox: Sandbox;
let host: PiHost;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pi'], timeScale: 0.001 });
});
beforeEach(async () => await open());
afterEach(async () => {
	await host.close();
	records.clear();
	sandbox.pi.reset();
});
afterAll(async () => await sandbox.close());

async function open(parameters: IDataObject = {}) {
	host = await openPiHost(sandbox.pi, { parameters });
	await host.publish();
}

async function reopen(parameters: IDataObject) {
	await host.close();
	sandbox.pi.reset();
	await open(parameters);
}

const secret = () => host.active()[0].secret;
const mac = (body: string | Buffer, key = secret()) =>
	createHmac('sha256', key).update(body).digest('hex');

/** A delivery as the page shows it (docs/reference/pi.md 6). */
function eventOf(job: IDataObject = {}, id = 'evt_pi_1') {
	const all = { id: 'job-1', type: 'avatar_generation', status: 'completed', ...job };
	const type = all.status === 'failed' ? 'job.failed' : 'job.completed';
	return { id, object: 'event', type, created_at: 1_760_000_000, data: { job: all } };
}

async function post(body: string | Buffer, headers?: Header[]) {
	const signed: Header[] = headers ?? [['X-Pi-Signature', `sha256=${mac(body)}`]];
	const all: Header[] = [['Content-Type', 'application/json'], ...signed];
	return await postBytes(host.webhookUrl(), all, Buffer.from(body));
}
const postEvent = async (job: IDataObject = {}, id?: string) =>
	await post(JSON.stringify(eventOf(job, id)));

/** Lets a job of the sandbox end, and its deliveries be made. */
async function runJob(type = 'avatar_generation', input: IDataObject = {}, fail?: string) {
	const id = sandbox.pi.start({ type, input, behaviour: { hold: true } });
	sandbox.pi.finish({ id, fail });
	await sandbox.pi.idle();
	return id;
}

const runs = () => host.executions.length;

describe('a job', () => {
	it('starts one run with its simplified result', async () => {
		const input = { client_reference_id: 'order-7', metadata: { shop: 'a' } };
		const id = await runJob('avatar_generation', input);
		expect(await host.itemsOf()).toEqual([
			{
				event: 'job.completed',
				eventId: expect.stringMatching(/^evt_pi_/),
				jobId: id,
				jobType: 'avatar_generation',
				status: 'completed',
				resultUrls: [`${sandbox.pi.url}/files/${id}.png`],
				error: null,
				reference: 'order-7',
				metadata: { shop: 'a' },
				occurredAt: new Date(sandbox.pi.jobs()[0].updatedAt).toISOString(),
				brandId: null,
				output: null,
			},
		]);
	});

	it('that failed says why', async () => {
		await runJob('avatar_generation', {}, 'the model gave up');
		const [item] = await host.itemsOf();
		expect(item).toMatchObject({
			event: 'job.failed',
			status: 'failed',
			error: 'the model gave up',
		});
	});

	it('of a campaign that failed names its failure code', async () => {
		await runJob('campaign_ad_edit', {}, 'x');
		expect((await host.itemsOf())[0].error).toBe('internal_step_failed: x');
	});

	it('with an output keeps it', async () => {
		await runJob('neuro_decode');
		const output = { summary: 'Nothing unusual', confidence: 0.5 };
		expect((await host.itemsOf())[0]).toMatchObject({ output, resultUrls: [] });
	});

	it('is given as delivered when not simplified', async () => {
		await reopen({ simplify: false });
		const event = eventOf();
		await post(JSON.stringify(event));
		expect(await host.itemsOf()).toEqual([event]);
	});

	it('is asked for at the API when that is wished: its status counts, once', async () => {
		await reopen({ options: { confirm: true } });
		const id = sandbox.pi.start({ behaviour: { hold: true } });
		sandbox.pi.finish({ id, fail: 'later it failed' });
		await sandbox.pi.idle();
		sandbox.pi.clearRequests();
		await postEvent({ id });
		const told = [...(await host.itemsOf(0)), ...(await host.itemsOf(1))];
		expect(told).toEqual([
			expect.objectContaining({ event: 'job.failed', jobId: id, error: 'later it failed' }),
		]);
	});

	it('brings its files along when that is wished', async () => {
		await reopen({ options: { download: true } });
		await runJob();
		const execution = await host.settled(host.executions[0], 'success', 'error');
		expect(Object.values(execution.items[0].binary ?? {})[0]?.mimeType).toBe('image/png');
	});

	it.each([
		['the same type', 'avatar_generation', 1],
		['one of several, in other letters', 'brand_extraction , Avatar_Generation', 1],
		['another type', 'campaign_ad_edit', 0],
	])('runs by job type: %s', async (_, jobType, expected) => {
		await reopen({ options: { jobType } });
		expect(await postEvent()).toEqual(expected ? ACCEPTED : IGNORED);
		expect(runs()).toBe(expected);
	});

	it('runs only for the events that are wanted', async () => {
		await reopen({ events: ['job.failed'] });
		expect(await postEvent()).toEqual(IGNORED);
		expect(await postEvent({ status: 'failed' })).toEqual(ACCEPTED);
	});
});

describe('a repeat', () => {
	it('with a new event id, as Pi makes one for every attempt, is a duplicate', async () => {
		host.refuseNext(2);
		await runJob();
		const [{ attempts, state }] = sandbox.pi.deliveries();
		const ids = attempts.map(({ sent }) => (JSON.parse(sent.body) as { id: string }).id);
		expect(new Set(ids).size).toBe(3);
		expect(attempts.map(({ answer }) => answer.status)).toEqual([500, 500, 200]);
		expect(state).toBe('delivered');
		sandbox.pi.tellAgain({ id: sandbox.pi.jobs()[0].id });
		await sandbox.pi.idle();
		expect(runs()).toBe(1);
	});

	it('comes to us because somebody else failed, and changes nothing', async () => {
		sandbox.pi.addWebhook({ url: 'http://127.0.0.1:9/' });
		await runJob();
		const ours = sandbox.pi.deliveries({ url: host.webhookUrl() });
		expect(ours[0].attempts.length).toBeGreaterThan(1);
		expect(runs()).toBe(1);
	});

	it('at the same moment, fifty times, starts one run', async () => {
		const ids = Array.from({ length: 50 }, (_, index) => `evt_pi_${index}`);
		const answers = await Promise.all(ids.map(async (id) => await postEvent({}, id)));
		expect(
			answers.filter(({ answer }) => (answer as { status: string }).status === 'accepted'),
		).toHaveLength(1);
		expect(runs()).toBe(1);
	});

	it('is told by the event id where that is chosen', async () => {
		await reopen({ options: { deduplicateBy: 'event' } });
		expect(await postEvent({}, 'evt_pi_1')).toEqual(ACCEPTED);
		expect(await postEvent({}, 'evt_pi_1')).toEqual(DUPLICATE);
		expect(await postEvent({}, 'evt_pi_2')).toEqual(ACCEPTED);
	});

	it('is not one when the job failed first and was completed later', async () => {
		expect(await postEvent({ status: 'failed' })).toEqual(ACCEPTED);
		expect(await postEvent()).toEqual(ACCEPTED);
	});
});

describe('a forgery', () => {
	const body = JSON.stringify(eventOf());
	const forgeries: Array<[string, () => Promise<{ status: number }>]> = [
		['without a signature', async () => await post(body, [])],
		['with a blank signature', async () => await post(body, [['X-Pi-Signature', '']])],
		['with the prefix alone', async () => await post(body, [['X-Pi-Signature', 'sha256=']])],
		['without the prefix', async () => await post(body, [['X-Pi-Signature', mac(body)]])],
		[
			'with another prefix',
			async () => await post(body, [['X-Pi-Signature', `sha1=${mac(body)}`]]),
		],
		[
			'cut by one digit',
			async () => await post(body, [['X-Pi-Signature', `sha256=${mac(body).slice(1)}`]]),
		],
		[
			'one digit longer',
			async () => await post(body, [['X-Pi-Signature', `sha256=${mac(body)}0`]]),
		],
		[
			'with two signatures',
			async () => {
				const right: Header = ['X-Pi-Signature', `sha256=${mac(body)}`];
				return await post(body, [right, right]);
			},
		],
		[
			'with another secret',
			async () => await post(body, [['X-Pi-Signature', `sha256=${mac(body, 'other')}`]]),
		],
		[
			'with a blank secret',
			async () => await post(body, [['X-Pi-Signature', `sha256=${mac(body, ' ')}`]]),
		],
		[
			'of a changed body',
			async () => await post(`${body} `, [['X-Pi-Signature', `sha256=${mac(body)}`]]),
		],
		[
			'of a body that was written anew',
			async () => {
				const pretty = JSON.stringify(eventOf(), null, 2);
				return await post(body, [['X-Pi-Signature', `sha256=${mac(pretty)}`]]);
			},
		],
		[
			'of a body that lost its last byte, which was white space',
			async () => await post(body, [['X-Pi-Signature', `sha256=${mac(`${body}\n`)}`]]),
		],
	];

	it.each(forgeries)('%s is 401 and starts nothing', async (_, forge) => {
		expect(await forge()).toMatchObject({ status: 401, answer: { error: expect.any(String) } });
		expect(runs()).toBe(0);
	});

	it('that is no JSON any more is refused by n8n itself, or by us when it claims to be text', async () => {
		const cut = body.slice(0, -5);
		const headers: Header[] = [['X-Pi-Signature', `sha256=${mac(body)}`]];
		expect(await post(cut, headers)).toMatchObject({ status: 422 });
		const all: Header[] = [['Content-Type', 'text/plain'], ...headers];
		expect(await postBytes(host.webhookUrl(), all, Buffer.from(cut))).toMatchObject({
			status: 401,
		});
		expect(runs()).toBe(0);
	});

	it('by the sandbox, tampered with or signed with a wrong secret, is 401', async () => {
		for (const kind of ['tamper', 'wrongSecret', 'missingSecret', 'blankSecret'] as const)
			sandbox.pi.fault({ on: 'delivery', kind, times: 1 });
		await runJob();
		const statuses = sandbox.pi.deliveries()[0].attempts.map(({ answer }) => answer.status);
		expect(new Set(statuses)).toEqual(new Set([401]));
		expect(runs()).toBe(0);
	});

	it('is all that random headers are', async () => {
		const text = fc.string({
			unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
		});
		await fc.assert(
			fc.asyncProperty(text, async (signature) => {
				expect((await post(body, [['X-Pi-Signature', signature]])).status).toBe(401);
			}),
			{ numRuns: 50 },
		);
	});

	it('meets no secret where nothing is registered', async () => {
		const key = secret();
		delete host.staticData['node:piTrigger'];
		expect((await post(body, [['X-Pi-Signature', `sha256=${mac(body, key)}`]])).status).toBe(401);
	});
});

describe('an authentic delivery', () => {
	it('may be signed in upper case, with spaces around, and pretty-printed', async () => {
		const pretty = JSON.stringify(eventOf(), null, 4);
		const signature = ` sha256=${mac(pretty).toUpperCase()} `;
		expect(await post(pretty, [['X-Pi-Signature', signature]])).toEqual(ACCEPTED);
	});

	it('may carry the secret of the registration before', async () => {
		const old = secret();
		sandbox.pi.dropWebhook({ id: host.active()[0].id });
		await host.publish();
		expect(secret()).not.toBe(old);
		const body = JSON.stringify(eventOf());
		expect(await post(body, [['X-Pi-Signature', `sha256=${mac(body, old)}`]])).toEqual(ACCEPTED);
		expect(await postEvent({ id: 'job-2' })).toEqual(ACCEPTED);
	});

	it('whose X-Pi-Event names another event than the body is 400', async () => {
		const body = JSON.stringify(eventOf());
		const headers: Header[] = [
			['X-Pi-Signature', `sha256=${mac(body)}`],
			['X-Pi-Event', 'job.failed'],
		];
		expect(await post(body, headers)).toMatchObject({ status: 400 });
		expect(runs()).toBe(0);
	});

	it.each([
		'[]',
		'null',
		'"text"',
		'{}',
		'{"type":"job.completed"}',
		'{"type":"job.completed","data":{"job":{}}}',
	])('that is no event is 400: %s', async (body) => {
		expect(await post(body)).toMatchObject({ status: 400 });
		expect(runs()).toBe(0);
	});
});

it('matches the vector of the published algorithm', () => {
	const body =
		'{"id":"evt_pi_1","object":"event","type":"job.completed","created_at":1760000000,"data":{"job":{"id":"j1"}}}';
	expect(mac(body, 'whsec_test1234')).toBe(
		'34e1ca8ad35d5c893153454f0734c5ee4010c3c5cdc43d6c823bdd392328f4a8',
	);
});
