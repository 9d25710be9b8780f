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
import { ExecuteContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { jsonOf, openPiapi, runPiapi } from './support/runPiapi.mts';

installMemoryRecords();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
beforeEach(() => void sandbox.piapi.behave({ hold: true }));
afterEach(() => {
	sandbox.piapi.reset();
	jest.restoreAllMocks();
});
afterAll(async () => await sandbox.close());

type More = Parameters<typeof runPiapi>[2];
const midjourney = (operation: string, parameters: IDataObject = {}) => ({
	resource: 'midjourney',
	operation,
	completion: 'none',
	...parameters,
});
const run = async (operation: string, parameters: IDataObject = {}, more?: More) =>
	await runPiapi(sandbox.piapi, midjourney(operation, parameters), more);
const sent = (index = 0) => JSON.parse(sandbox.piapi.requests()[index].body) as IDataObject;
const onlyTask = () => sandbox.piapi.tasks()[0];
const legacy = () => sandbox.piapi.requests({ path: '/mj/v2/' }).map(({ path }) => path);

const PNG = {
	data: 'iVBORw0KGgo=',
	mimeType: 'image/png',
	fileName: 'a.png',
	fileExtension: 'png',
};
const ORIGIN = { originTaskId: 'earlier' };
const URL_OF_IMAGE = 'https://img.example/a.png';

describe('every operation that creates a task', () => {
	it.each<[string, IDataObject, IDataObject]>([
		[
			'imagine',
			{
				prompt: 'a cat',
				additionalFields: { processMode: 'turbo', aspectRatio: '16:9', botId: '3' },
			},
			{ prompt: 'a cat', process_mode: 'turbo', aspect_ratio: '16:9', bot_id: 3 },
		],
		['upscale', { ...ORIGIN, index: '2' }, { origin_task_id: 'earlier', index: '2' }],
		[
			'variation',
			{ ...ORIGIN, index: '1', prompt: 'a dog' },
			{ origin_task_id: 'earlier', index: '1', prompt: 'a dog' },
		],
		['reroll', ORIGIN, { origin_task_id: 'earlier' }],
		[
			'inpaint',
			{ ...ORIGIN, mask: 'data', prompt: 'a hat' },
			{
				origin_task_id: 'earlier',
				mask: `data:image/png;base64,${PNG.data}`,
				prompt: 'a hat',
			},
		],
		['outpaint', { ...ORIGIN, zoomRatio: '1.5' }, { origin_task_id: 'earlier', zoom_ratio: '1.5' }],
		['pan', { ...ORIGIN, direction: 'up' }, { origin_task_id: 'earlier', direction: 'up' }],
		['describe', { imageUrl: URL_OF_IMAGE }, { image_url: URL_OF_IMAGE }],
		[
			'blend',
			{ imageUrls: `${URL_OF_IMAGE}, ${URL_OF_IMAGE}` },
			{ image_urls: [URL_OF_IMAGE, URL_OF_IMAGE] },
		],
		['seed', ORIGIN, { origin_task_id: 'earlier' }],
	])('%s sends what it was given, and gives the id', async (operation, parameters, body) => {
		const [json] = jsonOf(await run(operation, parameters, { binary: { data: PNG } }));
		expect(legacy()).toEqual([`/mj/v2/${operation}`]);
		expect(sent()).toEqual(body);
		expect(json).toMatchObject({
			jobId: onlyTask().id,
			jobType: operation,
			status: 'pending',
			resultUrls: [],
			error: null,
		});
	});

	it('uploads the image of a binary field', async () => {
		await run('describe', { imageUrl: 'data' }, { binary: { data: PNG } });
		expect(sent(1).image_url).toMatch(/\/files\/uploads\/.*\.png$/);
	});

	it('names the field that is wrong before anything is sent', async () => {
		const { error } = await run('imagine', { prompt: '={{ "" }}' });
		expect(error?.message).toMatch(/"Prompt" is empty/);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});

	it.each<[string, number, unknown, RegExp]>([
		['refused', 400, { task_id: '', status: 'failed', message: 'banned word' }, /refused/],
		['without an id', 200, { success: false, message: 'banned word' }, /could not process/],
	])('names what PiAPI said when it is %s', async (_, status, body, message) => {
		sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status, body });
		const { error } = await run('imagine', { prompt: 'a cat' });
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain('banned word');
		expect(sandbox.piapi.countRequests()).toBe(1);
	});
});

describe('notify', () => {
	const notify = (more: IDataObject = {}) => ({
		prompt: 'a cat',
		completion: 'notify',
		notifyUrl: 'https://n8n.example.com/webhook/1/webhook',
		...more,
	});

	it('attaches the URL, the secret and the wish for progress', async () => {
		const credential = { webhookSecret: 'chosen' };
		await run('imagine', notify(), { credential });
		await run('imagine', notify({ notifyProgress: true }), { credential });
		const body = {
			prompt: 'a cat',
			webhook_endpoint: 'https://n8n.example.com/webhook/1/webhook',
			webhook_secret: 'chosen',
		};
		expect([sent(0), sent(1)]).toEqual([body, { ...body, notify_progress: true }]);
	});

	it.each([
		['https://n8n.example.com:5678/webhook', /ports 80 and 443 only, not 5678/],
		['http://n8n.example.com/webhook', /is not https/],
	])('refuses %s before anything is created', async (notifyUrl, message) => {
		const credential = { baseUrl: 'https://api.piapi.ai' };
		const { error } = await run('imagine', notify({ notifyUrl }), { credential });
		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it('refuses inpaint, which has no webhook, before anything is created', async () => {
		const { error } = await run('inpaint', notify({ ...ORIGIN, mask: 'data' }));
		expect(error?.message).toMatch(/no webhook for this operation/);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});

	it('reaches the PiAPI Trigger: progress, then the end once', async () => {
		const { apiKey, url, uploadUrl } = sandbox.piapi;
		const trigger = await createHost({
			nodes: [
				{
					type: 'piapiTrigger',
					parameters: { events: ['*'], options: { download: true, confirm: true } },
				},
			],
			credentials: { piapiApi: { apiKey, baseUrl: url, uploadUrl } },
		});
		try {
			sandbox.piapi.clearBehaviours();
			await run('imagine', notify({ notifyUrl: trigger.webhookUrl(), notifyProgress: true }));
			for (const { id } of sandbox.piapi.tasks()) sandbox.piapi.finish({ id });
			await sandbox.piapi.idle();
			const ended = await Promise.all(
				trigger.executions.map(async (each) => await trigger.settled(each, 'success', 'error')),
			);
			const items = ended.flatMap((execution) => execution.items);
			const completed = items.filter(({ json }) => json.event === 'completed');
			expect(completed).toHaveLength(1);
			expect(completed[0].json).toMatchObject({
				jobId: onlyTask().id,
				jobType: 'imagine',
				model: 'midjourney',
				progress: 100,
			});
			expect(completed[0].binary?.data.mimeType).toBe('image/png');
		} finally {
			await trigger.close();
		}
	});
});

describe('Task: Download', () => {
	const download = { resource: 'task', operation: 'download', taskId: '={{ $json.jobId }}' };

	it('takes the ID of a legacy task too', async () => {
		const [json] = jsonOf(await run('imagine', { prompt: 'a cat' }));
		sandbox.piapi.finish({ id: String(json.jobId) });
		const { items } = await runPiapi(sandbox.piapi, download, { items: [json] });
		expect(items[0].json).toMatchObject({ jobId: json.jobId, jobType: 'imagine' });
		expect(items[0].binary?.data).toMatchObject({ mimeType: 'image/png' });
	});

	it('says what the unified API said of an ID that neither knows', async () => {
		const { error } = await runPiapi(sandbox.piapi, download, { items: [{ jobId: 'nobody' }] });
		expect(error?.description).toMatch(/code 400, task not found/);
		expect(error?.context?.itemIndex).toBe(0);
	});
});

describe('wait', () => {
	const wait = midjourney('imagine', { prompt: '={{ $json.prompt }}', completion: 'wait' });

	it('parks once and resumes once, with an item per input item in input order', async () => {
		const host = await openPiapi(sandbox.piapi, wait);
		try {
			const execution = await host.run([{ prompt: 'first' }, { prompt: 'second' }]);
			expect(execution.status).toBe('waiting');
			const ids = ['first', 'second'].map(
				(prompt) => sandbox.piapi.tasks().find(({ input }) => input.prompt === prompt)?.id ?? '',
			);
			sandbox.piapi.finish({ id: ids[1], fail: { raw_message: 'banned word' } });
			sandbox.piapi.finish({ id: ids[0] });
			await host.settled(execution, 'success', 'error');
			expect(execution.resumes).toBe(1);
			expect(jsonOf(execution)).toEqual([
				expect.objectContaining({ jobId: ids[0], status: 'completed', error: null }),
				expect.objectContaining({
					jobId: ids[1],
					status: 'failed',
					error: expect.stringContaining('banned word'),
				}),
			]);
			expect(execution.items[0].json.resultUrls).toContainEqual(expect.stringMatching(/\.png$/));
		} finally {
			await host.close();
		}
	});

	it.each<[string, (body: IDataObject) => unknown, string | undefined, number]>([
		['forged', (body) => body, 'guessed', 401],
		['about another task', (body) => ({ ...body, task_id: 'other' }), undefined, 401],
		['of the unified API', ({ task_id }) => ({ timestamp: 1, data: { task_id } }), undefined, 400],
		['no object', () => null, undefined, 400],
		['about progress', (body) => ({ ...body, status: 'processing' }), undefined, 200],
		['too early to be true', (body) => body, undefined, 503],
	])('answers a callback that is %s, and goes on waiting', async (_, change, secret, status) => {
		const host = await openPiapi(sandbox.piapi, wait);
		try {
			const execution = await host.run([{ prompt: 'first' }]);
			const { id, webhook } = onlyTask();
			const body = { task_id: id, status: 'finished', task_result: {} };
			const [answer] = await sandbox.piapi.send({
				url: webhook.endpoint,
				headers: {
					'content-type': 'application/json',
					'x-webhook-secret': secret ?? webhook.secret,
				},
				body: JSON.stringify(change(body)),
			});
			expect(answer.status).toBe(status);
			expect(execution.status).toBe('waiting');
		} finally {
			await host.close();
		}
	});

	it('is refused on a port that Midjourney does not call, before anything is created', async () => {
		const resumeUrl = 'https://n8n.example.com:5678/webhook-waiting/1?signature=token';
		jest.spyOn(ExecuteContext.prototype, 'evaluateExpression').mockReturnValue(resumeUrl);
		const credential = { baseUrl: 'https://api.piapi.ai' };
		const { error } = await runPiapi(sandbox.piapi, wait, { items: [{}, {}], credential });
		expect(error?.message).toMatch(/ports 80 and 443 only, not 5678/);
		expect(error?.message).not.toContain('token');
		expect(error?.description).toMatch(/Polling\. Nothing has been created/);
	});

	it('polls for inpaint, which has no webhook', async () => {
		sandbox.piapi.clearBehaviours();
		const execution = await run(
			'inpaint',
			{ ...ORIGIN, mask: 'data', prompt: 'a hat', completion: 'wait' },
			{ binary: { data: PNG } },
		);
		expect(execution.status).toBe('success');
		expect(jsonOf(execution)[0]).toMatchObject({ jobType: 'inpaint', status: 'completed' });
		expect(sent()).not.toHaveProperty('webhook_endpoint');
	});
});

describe('Fetch, Multi Fetch and Cancel', () => {
	async function imagined(count = 1) {
		const items = Array.from({ length: count }, () => ({}));
		const made = jsonOf(await run('imagine', { prompt: 'a cat' }, { items }));
		sandbox.piapi.clearRequests();
		return made.map(({ jobId }) => String(jobId));
	}

	it('fetch gives the simplified task, or the raw one', async () => {
		const [taskId] = await imagined();
		sandbox.piapi.finish({ id: taskId });
		const [simple] = jsonOf(await run('fetch', { taskId }));
		expect(simple).toMatchObject({ jobId: taskId, jobType: 'imagine', status: 'completed' });
		expect(simple.resultUrls).not.toHaveLength(0);
		const [raw] = jsonOf(await run('fetch', { taskId, simplify: false }));
		expect(raw).toMatchObject({ task_id: taskId, status: 'finished', meta: expect.anything() });
	});

	it('fetch is repeated, since it changes nothing', async () => {
		const [taskId] = await imagined();
		sandbox.piapi.fault({
			on: 'endpoint',
			kind: 'status',
			status: 503,
			retryAfter: 0,
			times: 1,
		});
		expect(jsonOf(await run('fetch', { taskId }))).toHaveLength(1);
		expect(sandbox.piapi.countRequests()).toBe(2);
	});

	it('multi fetch gives an item per task from one call', async () => {
		const ids = await imagined(3);
		const items = jsonOf(await run('multiFetch', { taskIds: ids.join(', ') }));
		expect(items.map(({ jobId }) => jobId)).toEqual(ids);
		const byList = jsonOf(
			await run('multiFetch', { taskIds: '={{ $json.ids }}' }, { items: [{ ids }] }),
		);
		expect(byList).toHaveLength(3);
		expect(sandbox.piapi.countRequests()).toBe(2);
	});

	it.each<[string, unknown, number]>([
		['a list in an object', { tasks: [{ task_id: 'a', status: 'finished' }] }, 1],
		['an empty list', [], 0],
	])('multi fetch reads %s', async (_, body, count) => {
		sandbox.piapi.fault({ on: 'endpoint', kind: 'status', status: 200, body });
		expect(jsonOf(await run('multiFetch', { taskIds: 'a' }))).toHaveLength(count);
	});

	it('cancel cancels a task that waits its turn', async () => {
		sandbox.piapi.clearBehaviours();
		sandbox.piapi.behave({ staged: true });
		const [taskId] = await imagined();
		expect(jsonOf(await run('cancel', { taskId }))).toEqual([{ jobId: taskId, cancelled: true }]);
		expect(sandbox.piapi.task({ id: taskId }).state).toBe('cancelled');
	});

	it.each(['fetch', 'cancel'])('%s tells of a task that is not there', async (operation) => {
		const { error } = await run(operation, { taskId: 'no-such-task' });
		expect(error?.description).toMatch(/task not found/);
		expect((await run(operation, { taskId: ' ' })).error?.message).toMatch(/task ID is empty/);
	});
});
