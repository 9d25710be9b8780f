import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { piItems, piRun } from './support/piRun.mts';

const UUID = '2f1c9a52-6a2e-4a3c-9d0e-0a4f5b7c8d9e';
const PNG = {
	data: { data: Buffer.from('a png').toString('base64'), mimeType: 'image/png', fileName: 'a.png' },
	pdf: { data: 'eA==', mimeType: 'application/pdf' },
};
const PNG_URL = `data:image/png;base64,${PNG.data.data}`;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ providers: ['pi'], timeScale: 0.01 });
});
afterEach(() => sandbox.pi.reset());
afterAll(async () => await sandbox.close());

const generate = { resource: 'avatar', operation: 'generate', prompt: 'a barista' };
const sent = (path: string) =>
	sandbox.pi.requests({ method: 'POST', path }).map(({ body }) => JSON.parse(body) as IDataObject);
const keys = () =>
	sandbox.pi.requests({ method: 'POST' }).map(({ headers }) => headers['idempotency-key']);
const finished = (type: string) => {
	const id = sandbox.pi.start({ type, behaviour: { hold: true } });
	sandbox.pi.finish({ id });
	return id;
};

type Case = [path: string, parameters: IDataObject, body: IDataObject, keyed: boolean];

const cases: Case[] = [
	[
		'/avatars/generate',
		{
			resource: 'avatar',
			operation: 'generate',
			prompt: 'a barista',
			hints: { eyeColor: 'green', accessories: ['glasses'], mood: '' },
			output: { aspectRatio: '3:4', thinkingIntensity: 'high' },
			clientReferenceId: 'order-7',
			metadata: '{"shop":"a"}',
		},
		{
			prompt: 'a barista',
			hints: { eye_color: 'green', accessories: ['glasses'] },
			output: { aspect_ratio: '3:4', thinking_intensity: 'high' },
			client_reference_id: 'order-7',
			metadata: { shop: 'a' },
		},
		true,
	],
	[
		'/images/generations',
		{
			resource: 'image',
			operation: 'generate',
			prompt: 'a cup',
			referenceImages: ['https://img.example/a.png', 'data'],
			brandId: UUID,
		},
		{
			prompt: 'a cup',
			reference_images: ['https://img.example/a.png', PNG_URL],
			brand_id: UUID,
		},
		true,
	],
	[
		'/ads/generate',
		{
			resource: 'ad',
			operation: 'generate',
			prompt: 'a cup',
			brandIdentityJson: { name: 'Example' },
		},
		{ prompt: 'a cup', brand_identity_json: { name: 'Example' } },
		true,
	],
	[
		'/campaigns/generate',
		{ resource: 'campaign', operation: 'generate', prompt: 'a sale' },
		{ prompt: 'a sale' },
		true,
	],
	[
		'/brands/extract',
		{
			resource: 'brand',
			operation: 'extract',
			url: 'https://example.com',
			logoBase64: 'data',
			location: { country: 'DE', languages: ['de'] },
		},
		{
			url: 'https://example.com',
			logoBase64: PNG_URL,
			location: { country: 'DE', languages: ['de'] },
		},
		false,
	],
	[
		'/health/analyze',
		{
			resource: 'health',
			operation: 'analyze',
			input: { type: 'eeg', data: '1,2', mimeType: 'text/csv' },
			context: '{"age":40}',
			output: { locale: 'de', includeDiagnostics: true },
		},
		{
			input: { type: 'eeg', data: '1,2', mime_type: 'text/csv' },
			context: { age: 40 },
			output: { locale: 'de', include_diagnostics: true },
		},
		false,
	],
	[
		'/health/risk-priority',
		{ resource: 'health', operation: 'riskPriority', input: { type: 'patient_data', data: '{}' } },
		{ input: { type: 'patient_data', data: '{}' } },
		false,
	],
	[
		'/neuro/decode',
		{
			resource: 'neuro',
			operation: 'decode',
			input: { type: 'eeg', data: '1', channels: '["C3"]', sampleRate: 128 },
		},
		{ input: { type: 'eeg', data: '1', channels: ['C3'], sample_rate: 128 } },
		true,
	],
	[
		'/robots/run',
		{
			resource: 'customJob',
			operation: 'create',
			path: 'api/v1/robots/run',
			body: '{"robot_id":"r1","task":"patrol"}',
		},
		{ robot_id: 'r1', task: 'patrol' },
		false,
	],
];

describe('a job', () => {
	it.each(cases)('is created at %s and waited for', async (path, parameters, body, keyed) => {
		const [item] = await piItems(sandbox.pi, parameters, { binary: PNG });
		const [job] = sandbox.pi.jobs();
		expect(sent(path)).toEqual([body]);
		expect(keys()).toEqual([keyed ? expect.stringMatching(/^[\da-f]{64}$/) : undefined]);
		expect(item).toMatchObject({
			jobId: job.id,
			jobType: job.type,
			status: 'completed',
			replayed: false,
		});
	});

	it('of a campaign is edited and localized', async () => {
		const sourceJobId = finished('campaign_ad_generation');
		await piItems(sandbox.pi, {
			resource: 'campaign',
			operation: 'edit',
			sourceJobId,
			prompt: 'more sun',
		});
		await piItems(sandbox.pi, {
			resource: 'campaign',
			operation: 'localize',
			sourceJobId,
			prompt: 'for Japan',
			targetCulture: 'Japan',
			targetLanguage: 'ja',
		});
		expect(sent('/campaigns/edit')).toEqual([{ source_job_id: sourceJobId, prompt: 'more sun' }]);
		expect(sent('/campaigns/localize-ad')).toEqual([
			{
				source_job_id: sourceJobId,
				prompt: 'for Japan',
				target_culture: 'Japan',
				target_language: 'ja',
			},
		]);
	});

	it('of a campaign keeps its reference, which Pi forgets', async () => {
		const correlation = { clientReferenceId: 'order-7', metadata: { shop: 'a' } };
		const [item] = await piItems(sandbox.pi, {
			resource: 'campaign',
			operation: 'generate',
			prompt: 'x',
			...correlation,
		});
		expect(item).toMatchObject({ reference: 'order-7', metadata: { shop: 'a' } });
		expect(item.resultUrls).toEqual([`${sandbox.pi.url}/files/${String(item.jobId)}.png`]);
	});

	it('that runs several steps is waited for', async () => {
		const steps = [{ id: 'a', action: 'campaigns.generate', input: { prompt: 'x' } }];
		const [item] = await piItems(sandbox.pi, {
			resource: 'run',
			operation: 'create',
			steps: JSON.stringify(steps),
		});
		expect(item).toMatchObject({
			jobType: 'run',
			status: 'completed',
			steps: [{ id: 'a', status: 'completed' }],
		});
		const [got] = await piItems(sandbox.pi, {
			resource: 'run',
			operation: 'get',
			runId: item.jobId,
		});
		expect(got).toMatchObject({ jobId: item.jobId, status: 'completed' });
	});

	it('is left to the Pi Trigger with completion none', async () => {
		sandbox.pi.configure({ durationMs: 60_000 });
		const [item] = await piItems(sandbox.pi, { ...generate, completion: 'none' });
		expect(item).toMatchObject({
			jobId: sandbox.pi.jobs()[0].id,
			status: 'queued',
			replayed: false,
		});
		expect(sandbox.pi.countRequests({ path: '/jobs/' })).toBe(0);
	});
});

describe('waiting', () => {
	it('uses the long wait of Pi, all jobs side by side, and keeps the order of the items', async () => {
		sandbox.pi.behave({ match: { input: 'slow' }, durationMs: 20_000 });
		const items = ['slow', 'quick', 'bad'].map((word) => ({ word }));
		sandbox.pi.behave({ match: { input: 'bad' }, fail: 'no such thing' });
		const done = await piItems(sandbox.pi, { ...generate, prompt: '={{ $json.word }}' }, { items });
		expect(done.map(({ status, error }) => [status, error])).toEqual([
			['completed', null],
			['completed', null],
			['failed', 'no such thing'],
		]);
		const looks = sandbox.pi.requests({ method: 'GET', path: '/jobs/' });
		expect(
			looks.every(({ query }) => query === 'wait_for_completion=true&timeout_seconds=30'),
		).toBe(true);
		expect(looks).toHaveLength(3);
	});

	it('ends at the deadline with the job named', async () => {
		sandbox.pi.behave({ hold: true });
		const [item] = await piItems(sandbox.pi, { ...generate, options: { maxWait: 0.02 } });
		expect(item).toMatchObject({ jobId: sandbox.pi.jobs()[0].id, status: 'timed_out' });
		const seconds = sandbox.pi
			.requests({ path: '/jobs/' })
			.map(({ query }) => query.match(/seconds=(\d+)/)?.[1]);
		expect(seconds[0]).toBe('1');
	});

	it('separates what did not complete', async () => {
		sandbox.pi.behave({ match: { input: 'bad' }, fail: true });
		const items = ['good', 'bad'].map((word) => ({ word }));
		const parameters = {
			...generate,
			prompt: '={{ $json.word }}',
			options: { separateFailed: true },
		};
		const { data } = await piRun(sandbox.pi, parameters, { items });
		const outputs = data.resultData.runData['Pi 0'][0].data?.main ?? [];
		expect(outputs.map((output) => output?.map(({ json }) => json.status))).toEqual([
			['completed'],
			['failed'],
		]);
	});

	it('for jobs that exist already asks about all of them', async () => {
		const items = [{ id: finished('ad_generation') }, { id: sandbox.pi.start() }];
		const done = await piItems(
			sandbox.pi,
			{ resource: 'job', operation: 'wait', jobId: '={{ $json.id }}' },
			{ items },
		);
		expect(done.map(({ jobId, status }) => [jobId, status])).toEqual(
			items.map(({ id }) => [id, 'completed']),
		);
	});

	it('survives a Pi that fails for a while', async () => {
		sandbox.pi.fault({
			on: 'endpoint',
			method: 'GET',
			path: '/jobs/',
			kind: 'status',
			status: 503,
			times: 2,
		});
		const [item] = await piItems(sandbox.pi, generate);
		expect(item.status).toBe('completed');
	});
});

describe('a job is bought once', () => {
	it('when the answer to its creation is lost', async () => {
		sandbox.pi.fault({
			on: 'endpoint',
			method: 'POST',
			path: '/avatars',
			kind: 'refuse',
			processed: true,
			times: 1,
		});
		const [item] = await piItems(sandbox.pi, generate);
		expect(sandbox.pi.jobs()).toHaveLength(1);
		expect(item).toMatchObject({ status: 'completed', replayed: true });
		expect(new Set(keys()).size).toBe(1);
	});

	it('when n8n retries the node, item by item', async () => {
		const items = ['a', 'b', 'c'].map((word) => ({ word }));
		sandbox.pi.fault({
			on: 'endpoint',
			method: 'GET',
			path: '/jobs/',
			kind: 'status',
			status: 403,
			times: 3,
		});
		const done = await piItems(
			sandbox.pi,
			{ ...generate, prompt: '={{ $json.word }}' },
			{ items, retryOnFail: true },
		);
		expect(sandbox.pi.jobs()).toHaveLength(3);
		// The second try takes up what the first has created.
		expect(done.map(({ replayed }) => replayed)).toEqual([false, false, false]);
		expect(keys()).toHaveLength(3);
	});

	it('but anew in every round of a loop and in every execution', async () => {
		sandbox.pi.behave({ match: { input: 'bad' }, fail: true, times: 1 });
		const items = ['good', 'bad'].map((word) => ({ word }));
		const first = { ...generate, prompt: '={{ $json.word }}', options: { separateFailed: true } };
		// Both outputs of the first node lead to the second, which so runs twice.
		await piItems(sandbox.pi, [first, generate], { items });
		expect(sandbox.pi.jobs()).toHaveLength(4);
		await piItems(sandbox.pi, generate);
		expect(sandbox.pi.jobs()).toHaveLength(5);
		expect(new Set(keys()).size).toBe(5);
	});

	it('and never by a repeated call where Pi knows no keys', async () => {
		sandbox.pi.fault({ on: 'endpoint', method: 'POST', kind: 'status', status: 503 });
		const { error } = await piRun(sandbox.pi, {
			resource: 'brand',
			operation: 'extract',
			url: 'https://example.com',
		});
		expect(error?.message).toContain('jobs in the dashboard of Pi');
		expect(sandbox.pi.countRequests({ method: 'POST' })).toBe(1);
	});

	it('and goes on when there were too many requests', async () => {
		sandbox.pi.fault({
			on: 'endpoint',
			method: 'POST',
			kind: 'status',
			status: 429,
			retryAfter: 1,
			times: 1,
		});
		const [item] = await piItems(sandbox.pi, generate);
		expect(item.status).toBe('completed');
	});
});

describe('what is wrong is said before anything is bought', () => {
	const image = { resource: 'image', operation: 'generate', prompt: 'x' };
	const big = { data: { ...PNG.data, data: Buffer.alloc(16 * 1024 * 1024).toString('base64') } };
	const wrong: Array<[what: string, parameters: IDataObject, message: RegExp, binary?: object]> = [
		['no prompt', { ...image, prompt: ' ' }, /"Prompt" is empty/],
		[
			'too many images',
			{ ...image, referenceImages: Array(7).fill('https://img.example/') },
			/at most 6 images/,
		],
		[
			'a URL where files are due',
			{ ...generate, referenceImages: ['https://img.example/'] },
			/files here, not URLs/,
		],
		[
			'a URL without https',
			{ ...image, referenceImages: ['http://img.example/'] },
			/only https URLs/,
		],
		[
			'a field that is not there',
			{ ...image, referenceImages: ['photo'] },
			/"photo" is neither a binary field/,
		],
		['a file of another type', { ...image, referenceImages: ['pdf'] }, /not application\/pdf/],
		['a file that is too large', { ...image, referenceImages: ['data'] }, /larger than 15 MB/, big],
		['JSON that is none', { ...image, metadata: '{' }, /"Metadata \(JSON\)" is not valid JSON/],
		['nothing to extract from', { resource: 'brand', operation: 'extract' }, /Give a URL/],
		[
			'two sources',
			{
				resource: 'campaign',
				operation: 'localize',
				prompt: 'x',
				targetCulture: 'y',
				sourceJobId: UUID,
				sourceImageUrl: 'https://img.example/',
			},
			/not both/,
		],
		[
			'a path that is none',
			{ resource: 'customJob', operation: 'create', path: '../x?y' },
			/is not a path/,
		],
		[
			'a body that is no object',
			{ resource: 'customJob', operation: 'create', path: '/robots/run', body: '[1]' },
			/has to be an object/,
		],
		['no job ID', { resource: 'job', operation: 'get', jobId: ' ' }, /job ID is empty/],
		[
			'a webhook URL that Pi does not take',
			{
				resource: 'webhook',
				operation: 'register',
				endpointUrl: 'http://example.com',
				secret: '12345678',
			},
			/invalid_endpoint_url|Check the fields/,
		],
	];

	it.each(wrong)('%s', async (_, parameters, message, binary = PNG) => {
		const { error } = await piRun(sandbox.pi, parameters, { binary });
		expect(`${error?.message} ${error?.description}`).toMatch(message);
		expect(sandbox.pi.jobs()).toEqual([]);
	});
});

describe('what Pi refuses', () => {
	it.each([
		[401, 'unkey_not_found', 'Check it in the credential'],
		[403, 'unkey_expired', 'Check its permissions'],
		[404, 'source_job_not_found', 'Check it and the base URL'],
		[409, 'idempotency_key_mismatch', 'Run the workflow anew'],
		[502, 'job_trigger_failed', 'could not queue the job'],
		[500, 'job_create_failed', 'Try again later'],
	])('%i %s is explained', async (status, code, remedy) => {
		const error = {
			code,
			message: 'because of that',
			request_id: 'req_pi_7',
			issues: [{ path: ['a', 'b'], message: 'too long' }],
		};
		sandbox.pi.fault({ on: 'endpoint', method: 'POST', kind: 'status', status, body: { error } });
		const extract = { resource: 'brand', operation: 'extract', url: 'https://example.com' };
		const { error: thrown } = await piRun(sandbox.pi, extract);
		expect(thrown?.message).toContain(remedy);
		for (const part of [`HTTP ${status}`, code, 'because of that', 'req_pi_7', 'a.b: too long'])
			expect(thrown?.description).toContain(part);
	});

	it('says when what answers is not Pi', async () => {
		sandbox.pi.fault({ on: 'endpoint', method: 'GET', kind: 'html', status: 200 });
		const { error } = await piRun(sandbox.pi, { resource: 'job', operation: 'get', jobId: UUID });
		expect(error?.message).toContain('something other than its JSON');
	});

	it('goes along with the other items when the node continues', async () => {
		const items = [{ id: UUID }, { id: finished('ad_generation') }];
		const jobGet = { resource: 'job', operation: 'get', jobId: '={{ $json.id }}' };
		const done = await piItems(sandbox.pi, jobGet, { items, onError: 'continueRegularOutput' });
		expect(done).toEqual([
			expect.objectContaining({ error: expect.stringContaining('Pi found nothing with this ID') }),
			expect.objectContaining({ status: 'completed' }),
		]);
	});
});

describe('everything else', () => {
	it('avatars are saved, listed over pages and read', async () => {
		const jobId = finished('avatar_generation');
		const save = { resource: 'avatar', operation: 'save', jobId, label: '={{ $json.label }}' };
		const items = Array.from({ length: 120 }, (_, index) => ({ label: `avatar ${index}` }));
		await piItems(sandbox.pi, save, { items });
		const getMany = { resource: 'avatar', operation: 'getMany' };
		expect(await piItems(sandbox.pi, { ...getMany, returnAll: true })).toHaveLength(120);
		const limited = await piItems(sandbox.pi, { ...getMany, limit: 3 });
		expect(limited.map(({ label }) => label)).toEqual(['avatar 0', 'avatar 1', 'avatar 2']);
		const get = { resource: 'avatar', operation: 'get', avatarId: limited[0].id };
		expect(await piItems(sandbox.pi, get)).toEqual([limited[0]]);
	});

	it('brands are listed, read and projected', async () => {
		const id = sandbox.pi.addBrand({ name: 'Example' });
		const [brand] = await piItems(sandbox.pi, {
			resource: 'brand',
			operation: 'getMany',
			query: 'ex',
		});
		expect(brand).toEqual({ id, name: 'Example' });
		expect(await piItems(sandbox.pi, { resource: 'brand', operation: 'get', brandId: id })).toEqual(
			[brand],
		);
		const project = { resource: 'brand', operation: 'project', brandId: id, useCase: 'ad' };
		expect(await piItems(sandbox.pi, project)).toEqual([
			expect.objectContaining({ use_case: 'ad' }),
		]);
	});

	it('voice agents and sessions live and end', async () => {
		const agent = (operation: string, more: IDataObject = {}) => ({
			resource: 'voiceAgent',
			operation,
			...more,
		});
		const [made] = await piItems(sandbox.pi, agent('create', { agent: '{"name":"Host"}' }));
		const agentId = made.id;
		await piItems(sandbox.pi, agent('update', { agentId, agent: { name: 'Guide' } }));
		expect(await piItems(sandbox.pi, agent('getMany'))).toEqual([{ id: agentId, name: 'Guide' }]);

		const session = (operation: string, more: IDataObject = {}) => ({
			resource: 'voiceSession',
			operation,
			...more,
		});
		const [open] = await piItems(
			sandbox.pi,
			session('create', {
				agentId,
				participant: 'visitor-1',
				ttlSeconds: 600,
				maxDurationSeconds: 300,
			}),
		);
		expect(open).toMatchObject({
			agent_id: agentId,
			participant: 'visitor-1',
			ttl_seconds: 600,
			status: 'active',
		});
		await piItems(sandbox.pi, session('complete', { sessionId: open.id }));
		expect(await piItems(sandbox.pi, session('get', { sessionId: open.id }))).toEqual([
			expect.objectContaining({ status: 'completed' }),
		]);
		expect(await piItems(sandbox.pi, agent('delete', { agentId }))).toEqual([{ deleted: true }]);
	});

	it('webhooks are registered, found by URL, disabled and enabled', async () => {
		const webhook = (operation: string, more: IDataObject = {}) => ({
			resource: 'webhook',
			operation,
			...more,
		});
		const endpointUrl = 'https://example.com/hook';
		const [made] = await piItems(
			sandbox.pi,
			webhook('register', { endpointUrl, secret: 'a secret of ours' }),
		);
		expect(JSON.stringify(made)).not.toContain('a secret of ours');
		sandbox.pi.addWebhook({ url: 'https://other.example/' });
		expect(await piItems(sandbox.pi, webhook('getMany', { endpointUrl }))).toEqual([
			expect.objectContaining({ id: made.id }),
		]);
		expect(await piItems(sandbox.pi, webhook('getMany', { limit: 1 }))).toHaveLength(1);
		await piItems(sandbox.pi, webhook('disable', { webhookId: made.id }));
		expect(sandbox.pi.webhooks()[0].isActive).toBe(false);
		const [enabled] = await piItems(sandbox.pi, webhook('enable', { webhookId: made.id }));
		expect(enabled).toMatchObject({ id: made.id, is_active: true });
	});
});
