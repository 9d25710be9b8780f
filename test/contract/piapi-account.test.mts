import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { jsonOf, runPiapi } from './support/runPiapi.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['piapi'], timeScale: 0.01 });
});
beforeEach(() => void sandbox.piapi.behave({ hold: true }));
afterEach(() => sandbox.piapi.reset());
afterAll(async () => await sandbox.close());

const account = async (operation: string, parameters: IDataObject = {}) =>
	await runPiapi(sandbox.piapi, { resource: 'account', operation, ...parameters });

/** Tasks at the provider, made without the node. */
async function make(count: number, model = 'Qubico/flux1-schnell') {
	for (let index = 0; index < count; index++) {
		await fetch(`${sandbox.piapi.url}/api/v1/task`, {
			method: 'POST',
			headers: { 'x-api-key': sandbox.piapi.apiKey },
			body: JSON.stringify({
				model,
				task_type: 'txt2img',
				input: { prompt: 'x' },
				config: { webhook_config: { endpoint: '', secret: 'echoed-secret' } },
			}),
		});
	}
	sandbox.piapi.clearRequests();
}

const queries = () =>
	sandbox.piapi
		.requests()
		.map(({ query }) => Object.fromEntries(new URLSearchParams(query)) as Record<string, string>);

describe('Get Info', () => {
	it('gives what PiAPI tells of the account', async () => {
		expect(jsonOf(await account('getInfo'))).toEqual([
			{
				account_id: '1',
				account_name: 'sandbox',
				remaining_credits: 10_000_000,
				quota_used: 0,
			},
		]);
	});
});

describe('Get Active Tasks', () => {
	it('gives an item with the numbers of each provider of models', async () => {
		await make(2);
		await make(1, 'kling');
		const items = jsonOf(await account('getActiveTasks'));
		expect(items).toEqual([
			expect.objectContaining({ provider: 'flux', active_tasks: 2 }),
			expect.objectContaining({ provider: 'kling', active_tasks: 1 }),
		]);
	});

	it('gives no item when nothing is active', async () => {
		expect(jsonOf(await account('getActiveTasks'))).toEqual([]);
	});
});

describe('Get Task History', () => {
	it('gives as many of the newest tasks as asked for, in one call', async () => {
		await make(5);
		const [newest] = sandbox.piapi.tasks().slice(-1);
		const items = jsonOf(await account('getTaskHistory', { limit: 3 }));
		expect(items).toHaveLength(3);
		expect(items[0]).toMatchObject({ jobId: newest.id, jobType: 'txt2img', resultUrls: [] });
		expect(queries()).toEqual([{ page: '1', page_size: '3' }]);
	});

	it('reads page by page, at most 100 each, with one size throughout', async () => {
		await make(120);
		const items = jsonOf(await account('getTaskHistory', { limit: 110 }));
		expect(new Set(items.map(({ jobId }) => jobId)).size).toBe(110);
		expect(queries()).toEqual([
			{ page: '1', page_size: '100' },
			{ page: '2', page_size: '100' },
		]);
	});

	it('returns all, without a call that must be empty', async () => {
		await make(105);
		expect(jsonOf(await account('getTaskHistory', { returnAll: true }))).toHaveLength(105);
		expect(queries()).toHaveLength(2);
	});

	it('filters by model and time, in seconds', async () => {
		await make(2);
		await make(1, 'kling');
		const filters = {
			model: 'kling',
			startTime: '2026-01-02T03:04:05Z',
			endTime: new Date(Date.now() + 60_000).toISOString(),
		};
		const items = jsonOf(await account('getTaskHistory', { filters }));
		expect(items.map(({ model }) => model)).toEqual(['kling']);
		expect(queries()[0]).toMatchObject({ model: 'kling', start_time: '1767323045' });
		expect(queries()[0].end_time).toMatch(/^\d{10}$/);
	});

	it('refuses a time that is none before it asks', async () => {
		const { error } = await account('getTaskHistory', { filters: { startTime: 'yesterday' } });
		expect(error?.message).toBe('"Start Time" is not a date and time: "yesterday"');
		expect(sandbox.piapi.countRequests()).toBe(0);
	});

	it('gives raw tasks without the secrets that they echo', async () => {
		await make(1);
		const [raw] = jsonOf(await account('getTaskHistory', { simplify: false }));
		expect(raw).toHaveProperty('task_id');
		expect(JSON.stringify(raw)).not.toContain('echoed-secret');
	});

	/** The answer's shape is not documented. */
	it.each<[string, unknown, number]>([
		['a bare list', [{ task_id: 'a', status: 'completed' }], 1],
		['`tasks`', { tasks: [{ task_id: 'a' }, { task_id: 'b' }], total: 2 }, 2],
		['`list`', { list: [{ task_id: 'a' }] }, 1],
		['a list of something else', { list: [{ id: 1 }, { id: 2 }] }, 2],
		['an empty list', { list: null }, 0],
		['nothing', null, 0],
	])('reads %s', async (_, data, count) => {
		sandbox.piapi.fault({
			on: 'endpoint',
			kind: 'status',
			status: 200,
			body: { code: 200, data, message: 'success' },
		});
		expect(jsonOf(await account('getTaskHistory'))).toHaveLength(count);
	});

	it('ends when the same page comes again and again', async () => {
		const tasks = Array.from({ length: 100 }, (_, id) => ({ task_id: `task-${id}` }));
		sandbox.piapi.fault({
			on: 'endpoint',
			kind: 'status',
			status: 200,
			body: { code: 200, data: { list: tasks } },
		});
		expect(jsonOf(await account('getTaskHistory', { returnAll: true }))).toHaveLength(100);
		expect(sandbox.piapi.countRequests()).toBe(2);
	});
});

describe('File: Upload', () => {
	const upload = async (binary: IDataObject, parameters: IDataObject = {}) =>
		await runPiapi(
			sandbox.piapi,
			{ resource: 'file', operation: 'upload', ...parameters },
			{ binary },
		);
	const file = (bytes: Buffer, fileName?: string, mimeType = 'image/png') => ({
		data: {
			data: bytes.toString('base64'),
			mimeType,
			...(fileName !== undefined && { fileName }),
		},
	});

	it.each<[string, string | undefined, string]>([
		['by its own name', 'photo.PNG', 'image/png'],
		['without a name', undefined, 'image/jpeg'],
		['with a name that is too long', `${'x'.repeat(300)}.png`, 'image/png'],
		['as n8n names an mp3', 'song.mpga', 'audio/mpeg'],
		['an mp3 without extension', 'song', 'audio/mpeg'],
		['with a full stop in its name', 'a.b', 'image/png'],
		['with an older extension', 'photo.jpe', 'image/jpeg'],
		['with the extension of browsers', 'photo.jfif', 'image/jpeg'],
	])('%s: gives the URL under which the bytes can be read', async (_, fileName, mimeType) => {
		const bytes = Buffer.from('some bytes');
		const [json] = jsonOf(await upload(file(bytes, fileName, mimeType)));
		const answer = await fetch(String(json.url));
		expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
		expect(answer.headers.get('content-type')).toBe(mimeType);
	});

	it.each([
		['audio/x-wav', 'a.wav'],
		['audio/vnd.wave', 'a'],
		['application/octet-stream', 'a.WAV'],
		['audio/wav; codecs=1', 'a.wave'],
	])('takes %s of %s for a WAV file', async (mimeType, fileName) => {
		const [json] = jsonOf(await upload(file(Buffer.from('RIFF'), fileName, mimeType)));
		expect(json.url).toMatch(/\.wav$/i);
	});

	it.each<[string, IDataObject, RegExp]>([
		['more than 10 MB', file(Buffer.alloc(10 * 1024 * 1024 + 1), 'a.png'), /larger than 10 MB/],
		[
			'another type',
			file(Buffer.from('x'), 'a.gif', 'image/gif'),
			/type that PiAPI does not store/,
		],
		[
			'a PDF that is called a picture',
			file(Buffer.from('x'), 'a.png', 'application/pdf'),
			/"a.png" has a type that PiAPI does not store/,
		],
		['no bytes', file(Buffer.alloc(0), 'a.png'), /is empty/],
	])('refuses %s before it is sent', async (_, binary, message) => {
		const { error } = await upload(binary);
		expect(error?.message).toMatch(message);
		expect(sandbox.piapi.countRequests()).toBe(0);
	});

	it('takes exactly 10 MB', async () => {
		const bytes = Buffer.alloc(10 * 1024 * 1024, 1);
		expect(jsonOf(await upload(file(bytes, 'a.mp4', 'video/mp4')))[0].url).toMatch(/\.mp4$/);
	});

	it('names a binary field that is not there', async () => {
		const { error } = await upload(file(Buffer.from('x'), 'a.png'), {
			binaryPropertyName: 'photo',
		});
		expect(error?.message).toMatch(/photo/);
	});

	it('explains that the plan does not allow it', async () => {
		sandbox.piapi.configure({ plan: 'free' });
		const { error } = await upload(file(Buffer.from('x'), 'a.png'));
		expect(error?.message).toMatch(/plan of this account does not allow/);
		expect(error?.description).toMatch(/Insufficient plan level/);
	});
});
