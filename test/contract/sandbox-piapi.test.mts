import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ timeScale: 0.01 });
});
beforeEach(() => sandbox.piapi.reset());
afterAll(async () => await sandbox.close());

async function call(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = { 'x-api-key': sandbox.piapi.apiKey },
) {
	const answer = await fetch(`${sandbox.piapi.url}${path}`, {
		method,
		headers,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await answer.text();
	return { status: answer.status, text, json: JSON.parse(text === '' ? 'null' : text) };
}

const flux = (more: object = {}) => ({
	model: 'Qubico/flux1-schnell',
	task_type: 'txt2img',
	input: { prompt: 'a red pixel' },
	...more,
});
const create = async (body: unknown = flux()) => await call('POST', '/api/v1/task', body);

describe('the envelope', () => {
	it('shows a new task with its secret, no output and times that have not come', async () => {
		const webhook = { endpoint: '', secret: 'echoed' };
		const { status, json } = await create(flux({ config: { webhook_config: webhook } }));
		expect(status).toBe(200);
		expect(json).toMatchObject({ code: 200, message: 'success' });
		expect(json.data).toMatchObject({
			status: 'pending',
			output: null,
			config: { webhook_config: webhook },
			meta: { started_at: '0001-01-01T00:00:00Z', ended_at: '0001-01-01T00:00:00Z' },
		});
		expect(json.data.meta.created_at).toMatch(/T\d\d:\d\d:\d\d\.\d{9}(Z|\+08:00)$/);
	});

	it('answers an output that is empty at creation and has the files at the end', async () => {
		const { json } = await create({
			model: 'kling',
			task_type: 'video_generation',
			input: { prompt: 'x' },
		});
		expect(json.data.output).toEqual({ type: '', status: 0, video_url: '', works: null });
		sandbox.piapi.finish({ id: json.data.task_id });
		const { json: ended } = await call('GET', `/api/v1/task/${json.data.task_id}`);
		const file = await fetch(ended.data.output.works[0].video.resource_without_watermark);
		expect(file.headers.get('content-type')).toBe('video/mp4');
		expect((await file.arrayBuffer()).byteLength).toBe(Number(file.headers.get('content-length')));
	});

	it.each([
		[{ statusCase: 'capitalised' as const }, 'Pending'],
		[{ statusCase: 'lower' as const }, 'pending'],
	])('spells statuses as asked: %o', async (behaviour, status) => {
		sandbox.piapi.behave({ ...behaviour, times: 1 });
		expect((await create()).json.data.status).toBe(status);
	});

	it('stages Midjourney tasks beyond the places of the account', async () => {
		sandbox.piapi.configure({ midjourneyPlaces: 1 });
		const imagine = { model: 'midjourney', task_type: 'imagine', input: { prompt: 'x' } };
		sandbox.piapi.behave({ hold: true });
		const first = (await create(imagine)).json.data;
		const second = (await create(imagine)).json.data;
		expect([first.status, second.status]).toEqual(['pending', 'staged']);
		sandbox.piapi.finish({ id: first.task_id });
		expect(sandbox.piapi.task({ id: second.task_id }).state).toBe('pending');
	});
});

describe('what is refused', () => {
	it.each([
		['GET', '/account/info', 401],
		['POST', '/api/v1/task', 401],
		['POST', '/mj/v2/imagine', 401],
		['POST', '/v1/chat/completions', 401],
		['POST', '/api/ephemeral_resource', 401],
	])('%s %s without and with a wrong key', async (method, path, status) => {
		const wrong = { 'x-api-key': 'no', authorization: 'Bearer no' };
		expect((await call(method, path, undefined, {})).status).toBe(status);
		expect((await call(method, path, undefined, wrong)).status).toBe(status);
	});

	it.each([
		['no model', { ...flux(), model: undefined }],
		['no task type', { ...flux(), task_type: '' }],
		['no input', { ...flux(), input: undefined }],
		['input as text', { ...flux(), input: 'a red pixel' }],
		['a webhook without secret', flux({ config: { webhook_config: { endpoint: 'http://x' } } })],
		['a webhook without endpoint', flux({ config: { webhook_config: { secret: 's' } } })],
		['an odd service mode', flux({ config: { service_mode: 'shared' } })],
		['a number as text', flux({ input: { prompt: 'x', width: '512' } })],
		['cfg_scale as text', { ...flux(), model: 'kling', input: { cfg_scale: '0.5' } }],
		['a required input left out', flux({ input: {} })],
		['no object at all', [1]],
	])('a create call with %s', async (_what, body) => {
		const { json } = await create(body);
		expect(json.code).toBe(400);
		expect(sandbox.piapi.tasks()).toEqual([]);
	});

	it('cancelling what is no longer pending', async () => {
		sandbox.piapi.behave({ durationMs: 600_000 });
		const ids = [await create(), await create()].map(({ json }) => json.data.task_id as string);
		sandbox.piapi.finish({ id: ids[1] ?? '' });
		const [pending, ended] = await Promise.all(
			ids.map(async (id) => await call('DELETE', `/api/v1/task/${id}`)),
		);
		expect(pending?.json.data.status).toBe('cancelled');
		expect(ended?.json.code).toBe(400);
	});

	it.each([
		['', 400],
		['?created_before=1', 400],
		['?model=all', 400],
		['?created_before=soon&model=all', 400],
		['?created_before=99999999999&model=flux', 400],
		['?created_before=99999999999&model=all', 200],
	])('cancelling many with %j: %d', async (query, code) => {
		expect((await call('DELETE', `/api/v1/tasks${query}`)).json.code).toBe(code);
	});

	it.each([
		['?page=0', 400],
		['?page_size=101', 400],
		['?model=unknown', 400],
		['?start_time=now', 400],
		['?page=1&page_size=100&model=flux', 200],
	])('a history with %j: %d', async (query, code) => {
		const { json } = await call('GET', `/api/open/tasks/histories${query}`);
		expect(json.code).toBe(code);
	});
});

describe('uploads', () => {
	const data = Buffer.from('pixel').toString('base64');
	it.each([
		['as base64', 'a.PNG', data, 200],
		['as a data URI', 'a.jpg', `data:image/jpeg;base64,${data}`, 200],
		['of another type', 'a.png', `data:image/jpeg;base64,${data}`, 400],
		['of an extension not taken', 'a.gif', data, 400],
		['without a name', '', data, 400],
		['with a long name', `${'a'.repeat(125)}.png`, data, 400],
		['that is not base64', 'a.png', '%%%', 400],
		['of more than 10 MB', 'a.png', Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64'), 400],
	])('%s', async (_what, name, content, code) => {
		const body = { file_name: name, file_data: content };
		const { json } = await call('POST', '/api/ephemeral_resource', body);
		expect(json.code).toBe(code);
		if (code === 200) expect(await (await fetch(json.data.url)).text()).toBe('pixel');
	});

	it('need a plan', async () => {
		sandbox.piapi.configure({ plan: 'free' });
		const body = { file_name: 'a.png', file_data: data };
		const { status, json } = await call('POST', '/api/ephemeral_resource', body);
		expect([status, json.message]).toEqual([403, 'Insufficient plan level']);
	});
});
