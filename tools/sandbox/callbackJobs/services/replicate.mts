import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER, done, failed } from './shared.mts';

export const replicate: StandIn = {
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
