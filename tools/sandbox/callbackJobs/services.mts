import { byState, inPath, inQuery, type ServiceJob, type StandIn } from './standIn.mts';

const BEARER: StandIn['signIn'] = ['authorization', 'Bearer sandbox-key'];

const done = <T,>(job: ServiceJob, value: T): T | null =>
	job.state === 'completed' ? value : null;
const failed = <T,>(job: ServiceJob, value: T): T | null => (job.state === 'failed' ? value : null);

const replicate: StandIn = {
	signIn: BEARER,
	create: /^\/v1\/(?:models\/([^/]+\/[^/]+)\/|(deployments\/[^/]+\/[^/]+)\/)?predictions$/,
	id: (number) => `rep${number}x0yz`,
	callbackUrl: ({ body }) => body.webhook,
	refuses: ({ body }) =>
		'input' in body
			? undefined
			: { status: 422, body: { title: 'Input validation failed', detail: '- input is required' } },
	created: (job) => ({
		id: job.id,
		status: 'starting',
		input: job.body.input,
		output: null,
		error: null,
	}),
	look: inPath(/^\/v1\/predictions\/([^/]+)$/),
	status: (job) => ({
		id: job.id,
		status: byState(job, {
			...{ waiting: 'starting', working: 'processing', done: 'succeeded' },
			...{ failed: 'failed', cancelled: 'canceled' },
		}),
		webhook: job.callbackUrl,
		output: job.removed ? null : done(job, [job.file]),
		error: failed(job, job.error),
		metrics: done(job, { predict_time: 1.5 }),
		...(job.removed && { data_removed: true }),
	}),
	cancel: { method: 'POST', path: /^\/v1\/predictions\/([^/]+)\/cancel$/ },
	schedule: [1_000, 5_000, 54_000],
	timeoutMs: 10_000,
};

/** What fails is COMPLETED too. */
const fal: StandIn = {
	signIn: ['authorization', 'Key sandbox-key'],
	create: /^\/([^/]+\/[^/]+(?:\/.+)?)$/,
	id: (number) => `fa1e0000-0000-4000-8000-${String(number).padStart(12, '0')}`,
	callbackUrl: ({ query }) => query.get('fal_webhook') ?? undefined,
	created: (job) => ({ request_id: job.id, gateway_request_id: job.id, status: 'IN_QUEUE' }),
	look: inPath(/^\/[^/]+\/[^/]+\/requests\/([^/]+)\/status$/),
	status: (job) => ({
		request_id: job.id,
		status: byState(job, {
			...{ waiting: 'IN_QUEUE', working: 'IN_PROGRESS', done: 'COMPLETED' },
			...{ failed: 'COMPLETED', cancelled: 'CANCELLED' },
		}),
	}),
	result: {
		asked: inPath(/^\/[^/]+\/[^/]+\/requests\/([^/]+)$/),
		answer: (job) =>
			job.state === 'completed'
				? { status: 200, body: { images: [{ url: job.file }], seed: 1 } }
				: { status: 422, body: { detail: [{ msg: job.error, type: 'value_error' }] } },
	},
	cancel: { method: 'PUT', path: /^\/[^/]+\/[^/]+\/requests\/([^/]+)\/cancel$/ },
	told: (job) => ({
		request_id: job.id,
		status: byState(job, {
			...{ waiting: 'OK', working: 'OK', done: 'OK', failed: 'ERROR', cancelled: 'ERROR' },
		}),
		error: failed(job, job.error),
	}),
	schedule: [5_000, 30_000, 120_000],
	timeoutMs: 15_000,
};

/** Everything is HTTP 200; the code tells, and results are JSON in a text. */
const kie: StandIn = {
	signIn: BEARER,
	create: /^\/api\/v1\/jobs\/createTask()$/,
	id: (number) => `task_${number}`,
	callbackUrl: ({ body }) => body.callBackUrl,
	refuses: ({ body }) =>
		body.model
			? undefined
			: { status: 200, body: { code: 422, msg: 'model is required', data: null } },
	created: (job) => ({ code: 200, msg: 'success', data: { taskId: job.id } }),
	look: inQuery('/api/v1/jobs/recordInfo', 'taskId'),
	status: (job) => ({
		code: 200,
		msg: 'success',
		data: {
			taskId: job.id,
			state: byState(job, {
				...{ waiting: 'queuing', working: 'generating', done: 'success' },
				...{ failed: 'fail', cancelled: 'fail' },
			}),
			param: JSON.stringify(job.body),
			resultJson: done(job, JSON.stringify({ resultUrls: [job.file] })) ?? '',
			failMsg: job.error ?? '',
		},
	}),
	tellsProgress: true,
	schedule: [5_000],
	timeoutMs: 15_000,
};

/** A 4xx is final. */
const assemblyAi: StandIn = {
	signIn: ['authorization', 'sandbox-key'],
	create: /^\/v2\/transcript()$/,
	id: (number) => `tr-${number}`,
	callbackUrl: ({ body }) => body.webhook_url,
	created: (job) => ({ id: job.id, status: 'queued', webhook_url: job.callbackUrl }),
	look: inPath(/^\/v2\/transcript\/([^/]+)$/),
	status: (job) => ({
		id: job.id,
		status: byState(job, {
			...{ waiting: 'queued', working: 'processing', done: 'completed' },
			...{ failed: 'error', cancelled: 'error' },
		}),
		webhook_url: job.callbackUrl,
		text: done(job, 'What was said'),
		error: failed(job, job.error),
		audio_duration: done(job, 12),
	}),
	told: (job) => ({
		transcript_id: job.id,
		status: job.state === 'completed' ? 'completed' : 'error',
	}),
	schedule: Array.from({ length: 9 }, () => 10_000),
	timeoutMs: 10_000,
	givesUpOn: (status) => status >= 400 && status < 500,
};

/** Results live for 30 minutes; then nobody knows the job. */
const runPod: StandIn = {
	signIn: BEARER,
	create: /^\/v2\/([^/]+)\/run$/,
	id: (number) => `${number}a-u1`,
	callbackUrl: ({ body }) => body.webhook,
	created: (job) => ({ id: job.id, status: 'IN_QUEUE' }),
	look: inPath(/^\/v2\/[^/]+\/status\/([^/]+)$/),
	status: (job) => ({
		id: job.id,
		status: byState(job, {
			...{ waiting: 'IN_QUEUE', working: 'IN_PROGRESS', done: 'COMPLETED' },
			...{ failed: 'FAILED', cancelled: 'CANCELLED' },
		}),
		...(job.state === 'completed' && { output: { image: job.file }, executionTime: 1200 }),
		...(job.state === 'failed' && { error: job.error }),
	}),
	cancel: { method: 'POST', path: /^\/v2\/[^/]+\/cancel\/([^/]+)$/ },
	schedule: [10_000, 10_000],
	timeoutMs: 10_000,
};

/** Its callbacks carry no pages. */
const firecrawl: StandIn = {
	signIn: BEARER,
	create: /^\/v2\/(crawl|batch\/scrape|extract|agent)$/,
	id: (number) => `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
	callbackUrl: ({ body }) => (body.webhook as { url?: string } | undefined)?.url,
	refuses: ({ body }) =>
		body.url || body.urls
			? undefined
			: { status: 400, body: { success: false, error: 'Bad Request: url is required' } },
	created: (job) => ({
		success: true,
		id: job.id,
		url: `https://api.firecrawl.dev/v2/crawl/${job.id}`,
	}),
	look: inPath(/^\/v2\/(?:crawl|batch\/scrape|extract|agent)\/([^/]+)$/),
	status: (job) => ({
		status: byState(job, {
			...{ waiting: 'scraping', working: 'scraping', done: 'completed' },
			...{ failed: 'failed', cancelled: 'cancelled' },
		}),
		creditsUsed: 1,
		data:
			done(job, [{ markdown: '# Page', metadata: { sourceURL: 'https://example.com/' } }]) ?? [],
		error: failed(job, job.error) ?? undefined,
	}),
	cancel: { method: 'DELETE', path: /^\/v2\/(?:crawl|batch\/scrape|extract|agent)\/([^/]+)$/ },
	told: (job) => ({
		success: job.state === 'completed',
		type: job.state === 'completed' ? 'crawl.completed' : 'crawl.failed',
		id: job.id,
		data: [],
	}),
	schedule: [60_000, 300_000, 900_000],
	timeoutMs: 10_000,
};

/** The callback stands in the query as base64, and the result in a dataset. */
const apify: StandIn = {
	signIn: BEARER,
	create: /^\/v2\/acts\/([^/]+)\/runs$/,
	id: (number) => `Run${String(number).padStart(14, '0')}`,
	callbackUrl({ query }) {
		const text = query.get('webhooks');
		if (text === null) return undefined;
		const [webhook] = JSON.parse(Buffer.from(text, 'base64').toString()) as Array<{
			eventTypes: string[];
			requestUrl: string;
		}>;
		return webhook?.eventTypes.includes('ACTOR.RUN.SUCCEEDED') ? webhook.requestUrl : undefined;
	},
	created: (job) => ({ data: { id: job.id, status: 'READY', defaultDatasetId: `ds-${job.id}` } }),
	look: inPath(/^\/v2\/actor-runs\/([^/]+)$/),
	status: (job) => ({
		data: {
			id: job.id,
			status: byState(job, {
				...{ waiting: 'READY', working: 'RUNNING', done: 'SUCCEEDED' },
				...{ failed: 'FAILED', cancelled: 'ABORTED' },
			}),
			statusMessage: job.error ?? '',
			defaultDatasetId: `ds-${job.id}`,
			usageTotalUsd: 0.01,
		},
	}),
	result: {
		asked: inPath(/^\/v2\/datasets\/ds-([^/]+)\/items$/),
		answer: (job) => ({ status: 200, body: [{ url: job.file }] }),
	},
	cancel: { method: 'POST', path: /^\/v2\/actor-runs\/([^/]+)\/abort$/ },
	told: (job) => ({ eventType: 'ACTOR.RUN.SUCCEEDED', eventData: { actorRunId: job.id } }),
	schedule: [60_000, 120_000, 240_000],
	timeoutMs: 30_000,
};

const waveSpeed: StandIn = {
	signIn: BEARER,
	create: /^\/api\/v3\/(.+)$/,
	id: (number) => `ws${number}`,
	callbackUrl: ({ query }) => query.get('webhook') ?? undefined,
	created: (job) => ({ code: 200, message: 'success', data: { id: job.id, status: 'created' } }),
	look: inPath(/^\/api\/v3\/predictions\/([^/]+)\/result$/),
	status: (job) => ({
		code: 200,
		message: 'success',
		data: {
			id: job.id,
			status: byState(job, {
				...{ waiting: 'created', working: 'processing', done: 'completed' },
				...{ failed: 'failed', cancelled: 'failed' },
			}),
			outputs: done(job, [job.file]) ?? [],
			error: job.error ?? '',
		},
	}),
	schedule: [1_000, 10_000],
	timeoutMs: 20_000,
};

/** It calls about every change, three times within a second. */
const luma: StandIn = {
	signIn: BEARER,
	create: /^\/dream-machine\/v1\/generations(?:\/(image|video))?$/,
	id: (number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
	callbackUrl: ({ body }) => body.callback_url,
	created: (job) => ({ id: job.id, state: 'queued', assets: null, request: job.body }),
	look: inPath(/^\/dream-machine\/v1\/generations\/([^/]+)$/),
	status: (job) => ({
		id: job.id,
		state: byState(job, {
			...{ waiting: 'queued', working: 'dreaming', done: 'completed' },
			...{ failed: 'failed', cancelled: 'failed' },
		}),
		failure_reason: failed(job, job.error),
		assets: done(job, { video: job.file }),
		request: job.body,
	}),
	tellsProgress: true,
	schedule: [100, 100, 100],
	timeoutMs: 5_000,
};

const creatomate: StandIn = {
	signIn: BEARER,
	create: /^\/v2\/renders()$/,
	id: (number) => `cr-${number}`,
	callbackUrl: ({ body }) => body.webhook_url,
	created: (job) => [{ id: job.id, status: 'planned', url: job.file }],
	look: inPath(/^\/v2\/renders\/([^/]+)$/),
	status: (job) => ({
		id: job.id,
		status: byState(job, {
			...{ waiting: 'planned', working: 'rendering', done: 'succeeded' },
			...{ failed: 'failed', cancelled: 'failed' },
		}),
		url: job.file,
		...(job.state === 'failed' && { error_message: job.error }),
	}),
	schedule: [10_000],
	timeoutMs: 10_000,
};

const novita: StandIn = {
	signIn: BEARER,
	create: /^\/v3\/async\/([^/]+)$/,
	id: (number) => `nv-${number}`,
	callbackUrl: ({ body }) =>
		(body.extra as { webhook?: { url?: string } } | undefined)?.webhook?.url,
	created: (job) => ({ task_id: job.id }),
	look: inQuery('/v3/async/task-result', 'task_id'),
	status: (job) => ({
		extra: job.body.extra,
		task: {
			task_id: job.id,
			status: byState(job, {
				...{ waiting: 'TASK_STATUS_QUEUED', working: 'TASK_STATUS_PROCESSING' },
				...{ done: 'TASK_STATUS_SUCCEED', failed: 'TASK_STATUS_FAILED' },
				cancelled: 'TASK_STATUS_CANCELED',
			}),
			reason: job.error ?? '',
		},
		images: done(job, [{ image_url: job.file, image_url_ttl: '3600' }]) ?? [],
	}),
	told: (job) => ({ event_type: 'ASYNC_TASK_RESULT', payload: { task: { task_id: job.id } } }),
	schedule: [10_000],
	timeoutMs: 10_000,
};

const json2Video: StandIn = {
	signIn: ['x-api-key', 'sandbox-key'],
	create: /^\/v2\/movies()$/,
	id: (number) => `J2v${number}`,
	callbackUrl({ body }) {
		const exports = body.exports as Array<{ destinations?: Array<{ endpoint?: string }> }>;
		return exports?.[0]?.destinations?.at(-1)?.endpoint;
	},
	created: (job) => ({ success: true, project: job.id, timestamp: '2026-01-01T00:00:00Z' }),
	look: inQuery('/v2/movies', 'project'),
	status: (job) => ({
		success: true,
		movie: {
			project: job.id,
			status: byState(job, {
				...{ waiting: 'pending', working: 'running', done: 'done' },
				...{ failed: 'error', cancelled: 'error' },
			}),
			message: job.error ?? '',
			url: done(job, job.file),
		},
	}),
	schedule: [10_000],
	timeoutMs: 10_000,
};

export const services: Record<string, StandIn> = {
	...{ replicate, fal, kie, assemblyAi, runPod, firecrawl },
	...{ apify, waveSpeed, luma, creatomate, novita, json2Video },
};
