import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { jsonOf, openPiapi, runPiapi } from './support/runPiapi.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
beforeEach(() => void sandbox.piapi.behave({ hold: true }));
afterEach(() => sandbox.piapi.reset());
afterAll(async () => await sandbox.close());

const PROMPT = { prompt: 'a lighthouse' };
const CREATE = {
	resource: 'task',
	operation: 'create',
	family: 'flux',
	task: 'Qubico/flux1-schnell:txt2img',
	...PROMPT,
	completion: 'none',
};

type More = Parameters<typeof runPiapi>[2];
const run = async (parameters: IDataObject, more?: More) =>
	await runPiapi(sandbox.piapi, { resource: 'task', ...parameters }, more);
const create = async (parameters: IDataObject = {}, more?: More) =>
	await run({ ...CREATE, ...parameters }, more);

/** A task at the provider, made without the node. */
async function made(body: IDataObject = {}): Promise<string> {
	const { url, apiKey } = sandbox.piapi;
	const answer = await fetch(`${url}/api/v1/task`, {
		method: 'POST',
		headers: { 'x-api-key': apiKey },
		body: JSON.stringify({
			model: 'Qubico/flux1-schnell',
			task_type: 'txt2img',
			input: PROMPT,
			config: { webhook_config: { endpoint: '', secret: 'echoed-secret' } },
			...body,
		}),
	});
	const { data } = (await answer.json()) as { data: { task_id: string } };
	sandbox.piapi.clearRequests();
	return data.task_id;
}

describe('Create', () => {
	it('with nobody called back: an item with the id, and a task without a webhook', async () => {
		const [json] = jsonOf(await create({ serviceMode: 'public' }));
		const [task] = sandbox.piapi.tasks();
		expect(json).toMatchObject({
			jobId: task.id,
			jobType: 'txt2img',
			status: 'pending',
			resultUrls: [],
			error: null,
			model: 'Qubico/flux1-schnell',
		});
		expect(task).toMatchObject({
			input: PROMPT,
			serviceMode: 'public',
			webhook: { endpoint: '', secret: '' },
		});
	});

	it.each([
		['of the credential', { webhookSecret: ' chosen ' }, 'chosen'],
		[
			'derived from the API key',
			{},
			'58a214bf7d62d176fd63599e11451765aec646cc5472eaeba2210e382cbeef46',
		],
	])('for a trigger: its URL and the secret %s are attached', async (_, credential, secret) => {
		const notifyUrl = 'https://n8n.example.com/webhook/1/webhook';
		const execution = await create({ completion: 'notify', notifyUrl }, { credential });
		const [task] = sandbox.piapi.tasks();
		expect(task.webhook).toEqual({ endpoint: notifyUrl, secret });
		expect(JSON.stringify(execution.data)).not.toContain(secret);
	});

	it.each([
		['={{ "" }}', /notify URL is empty/],
		['not a URL', /is not a URL/],
		['http://n8n.example.com/webhook', /is not https/],
		['https://10.0.0.1/webhook', /not on the public internet/],
		['https://n8n.example.com/webhook-test/1/webhook', /production URL of the PiAPI Trigger/],
	])('for the trigger %p is refused before anything is created', async (notifyUrl, message) => {
		const { error } = await create(
			{ completion: 'notify', notifyUrl },
			{ credential: { baseUrl: 'https://api.piapi.ai' } },
		);
		expect(error?.message).toMatch(message);
	});

	it('for a trigger that somebody listens to, its test URL is attached in a run by hand', async () => {
		const notifyUrl = 'https://n8n.example.com/webhook-test/1/webhook';
		const host = await openPiapi(sandbox.piapi, {
			...CREATE,
			completion: 'notify',
			notifyUrl,
		});
		await host.run([{}], 'manual');
		await host.close();
		expect(sandbox.piapi.tasks()[0].webhook.endpoint).toBe(notifyUrl);
	});

	it.each<[string, IDataObject, RegExp]>([
		['no prompt', { prompt: '={{ "" }}' }, /"Prompt" is empty/],
		[
			'a picture beyond the limit',
			{ additionalFields: { width: 2_000, height: 2_000 } },
			/"Width" times "Height" may be at most/,
		],
		['no such task', { task: 'no such task' }, /has no task "no such task"/],
		[
			'a custom task without a model',
			{ family: 'custom', model: ' ', taskType: 'x' },
			/both a model and/,
		],
		[
			'custom input that is no JSON',
			{ family: 'custom', model: 'm', taskType: 't', input: '{' },
			/"Input" is not valid JSON/,
		],
		[
			'custom input that is a list',
			{ family: 'custom', model: 'm', taskType: 't', input: '[]' },
			/"Input" must be a JSON object/,
		],
	])('names the field before anything is sent: %s', async (_, parameters, message) => {
		const { error } = await create(parameters);
		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});

	it('sends numbers as JSON numbers, also where an expression gave text', async () => {
		await create({ additionalFields: { width: '={{ "512" }}', guidanceScale: '3.5' } });
		expect(sandbox.piapi.tasks()[0].input).toEqual({ ...PROMPT, width: 512, guidance_scale: 3.5 });
	});

	it('says so when the answer has no id, since the task may exist', async () => {
		sandbox.piapi.fault({
			on: 'endpoint',
			kind: 'status',
			status: 200,
			body: { code: 200, data: null, message: 'success' },
		});
		const { error } = await create();
		expect(error).toMatchObject({
			message: expect.stringMatching(/without giving its ID.*Get Task History/),
		});
	});

	it('makes an error of a task that failed at once', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.fault({
			on: 'endpoint',
			kind: 'status',
			status: 200,
			body: {
				code: 200,
				data: { task_id: 't-1', status: 'Failed', error: { code: 1, message: 'no credits' } },
			},
		});
		const { error } = await create();
		expect(error?.message).toMatch(/failed at once: no credits/);
		expect(error?.description).toContain('t-1');
	});
});

describe('Get', () => {
	it('gives the simplified task', async () => {
		const taskId = await made();
		sandbox.piapi.finish({ id: taskId });
		const [json] = jsonOf(await run({ operation: 'get', taskId }));
		expect(json).toMatchObject({ jobId: taskId, status: 'completed', error: null });
		expect(json.resultUrls).toEqual([expect.stringMatching(/\.png$/)]);
	});

	it('gives the raw task without the secret that it echoes', async () => {
		const taskId = await made();
		const [json] = jsonOf(await run({ operation: 'get', taskId, simplify: false }));
		expect(json).toMatchObject({
			task_id: taskId,
			config: { webhook_config: { secret: '[redacted]' } },
		});
	});

	it.each(['={{ null }}', '   '])('needs an id: %p', async (taskId) => {
		const { error } = await run({ operation: 'get', taskId });
		expect(error?.message).toMatch(/task ID is empty/);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});

	it('takes an id that would lead elsewhere as an id', async () => {
		await run({ operation: 'get', taskId: '../../account/info?x=' });
		expect(sandbox.piapi.requests()[0].path).toMatch(/^\/api\/v1\/task\/\.\.%2F\.\.%2F/);
	});
});

describe('Cancel', () => {
	it('cancels a pending task', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ durationMs: 1_000_000 });
		const taskId = await made();
		expect(jsonOf(await run({ operation: 'cancel', taskId }))).toEqual([
			{ jobId: taskId, cancelled: true },
		]);
		expect(sandbox.piapi.task({ id: taskId }).state).toBe('cancelled');
	});

	it('tells that a task under way cannot be cancelled', async () => {
		const taskId = await made();
		sandbox.piapi.finish({ id: taskId });
		const { error } = await run({ operation: 'cancel', taskId });
		expect(error?.description).toMatch(/only a pending task can be cancelled/);
	});
});

describe('Cancel Many', () => {
	beforeEach(() => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ durationMs: 1_000_000 });
	});

	it('cancels the pending tasks of a model', async () => {
		const kling = await made({ model: 'kling', task_type: 'video_generation' });
		const flux = await made();
		const createdBefore = new Date(Date.now() + 5_000).toISOString();
		const [json] = jsonOf(await run({ operation: 'cancelMany', model: 'kling', createdBefore }));
		expect(json).toMatchObject({ cancelled: true, model: 'kling' });
		expect(sandbox.piapi.task({ id: kling }).state).toBe('cancelled');
		expect(sandbox.piapi.task({ id: flux }).state).toBe('pending');
	});

	it('sends the time in seconds, and refuses what is no time', async () => {
		const createdBefore = '2026-01-02T03:04:05+02:00';
		await run({ operation: 'cancelMany', model: 'all', createdBefore });
		expect(sandbox.piapi.requests()[0].query).toContain(`created_before=${1_767_315_845}`);
		const { error } = await run({ operation: 'cancelMany', createdBefore: 'yesterday' });
		expect(error?.message).toBe('"Created Before" is not a date and time: "yesterday"');
	});
});

describe('Download', () => {
	it('puts the result files into binary fields', async () => {
		const taskId = await made({ input: { ...PROMPT, batch_size: 2 } });
		sandbox.piapi.finish({ id: taskId });
		const { items } = await run({ operation: 'download', taskId });
		expect(Object.keys(items[0].binary ?? {})).toEqual(['data', 'data_1']);
		expect(items[0].binary?.data).toMatchObject({ mimeType: 'image/png', fileExtension: 'png' });
		expect(items[0].json).toMatchObject({ jobId: taskId, status: 'completed' });
	});

	it('names a file that is too large, and keeps its URL', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ fileBytes: 2 * 1024 * 1024, hold: true });
		const taskId = await made();
		sandbox.piapi.finish({ id: taskId });
		const { items } = await run({ operation: 'download', taskId, maxFileSize: 1 });
		expect(items[0].binary).toEqual({});
		expect(items[0].json.downloadProblems).toEqual([
			expect.objectContaining({ reason: expect.stringMatching(/larger than 1\.0 MB/) }),
		]);
		expect(items[0].json.resultUrls).toHaveLength(1);
	});

	it.each([
		...['', 'many', 0, -1, NaN, null].map((size) => [size, 1]),
		...['1', 3].map((size) => [size, 0]),
	])('takes a Max File Size of %j for what it is worth', async (maxFileSize, files) => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ fileBytes: 4 * 1024 * 1024, hold: true });
		const taskId = await made();
		sandbox.piapi.finish({ id: taskId });
		const chosen = `={{ ${JSON.stringify(maxFileSize) ?? 'NaN'} }}`;
		const { items } = await run({ operation: 'download', taskId, maxFileSize: chosen });
		expect(Object.keys(items[0].binary ?? {})).toHaveLength(files as number);
	});

	it('leaves a task that failed without files, and downloads those of the others', async () => {
		const ids = [await made(), await made(), await made()];
		sandbox.piapi.finish({ id: ids[0] });
		sandbox.piapi.finish({ id: ids[1], fail: { message: 'the prompt was refused' } });
		sandbox.piapi.finish({ id: ids[2] });
		const { items, error } = await run(
			{ operation: 'download', taskId: '={{ $json.id }}' },
			{ items: ids.map((id) => ({ id })) },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['data'], [], ['data']]);
		expect(items[1].json).toMatchObject({
			jobId: ids[1],
			status: 'failed',
			error: expect.stringMatching(/the prompt was refused/),
			downloadProblems: [{ url: null, reason: expect.stringMatching(/status "failed"/) }],
		});
	});

	it.each([
		['pending', undefined, /status "(pending|processing)"/],
		['failed', { fail: { message: 'the prompt was refused' } }, /status "failed"/],
	])('refuses a task that is %s', async (_, how, message) => {
		const taskId = await made();
		if (how) sandbox.piapi.finish({ id: taskId, ...how });
		const { error } = await run({ operation: 'download', taskId });
		expect(error?.message).toMatch(message);
		if (how) expect(error?.description).toMatch(/the prompt was refused/);
	});
});

describe('several items', () => {
	it('are told apart when some fail and the node continues', async () => {
		const taskId = await made();
		const execution = await run(
			{ operation: 'get', taskId: '={{ $json.id }}' },
			{
				items: [{ id: taskId }, { id: 'no-such-task' }, { id: taskId }],
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(execution.error).toBeUndefined();
		expect(execution.items.map(({ json }) => json.jobId ?? json.error)).toEqual([
			taskId,
			expect.stringMatching(/PiAPI refused the request/),
			taskId,
		]);
		expect(execution.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('keep what the provider said of the one that failed, on the error output too', async () => {
		const taskId = await made();
		const items = [{ id: taskId }, { id: 'no-such-task' }];
		const details = {
			description: expect.stringMatching(/HTTP 400, code 400, task not found/),
			httpCode: '400',
		};
		const get = { operation: 'get', taskId: '={{ $json.id }}' };
		const regular = await run(get, { items, node: { onError: 'continueRegularOutput' } });
		expect(regular.items[1].json).toEqual({ error: expect.any(String), details });

		const apart = await run(get, { items, node: { onError: 'continueErrorOutput' } });
		const [good, bad] = apart.data.resultData.runData.piapi[0].data?.main ?? [];
		expect(good?.map(({ json }) => json.jobId)).toEqual([taskId]);
		expect(bad?.map(({ json }) => json.details)).toEqual([details]);
	});

	it('end at the first that fails otherwise, which is named', async () => {
		const taskId = await made();
		const { error } = await run(
			{ operation: 'get', taskId: '={{ $json.id }}' },
			{ items: [{ id: taskId }, { id: 'no-such-task' }] },
		);
		expect(error?.context?.itemIndex).toBe(1);
		expect(error?.description).toMatch(/HTTP 400, code 400, task not found/);
	});
});
