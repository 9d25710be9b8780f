import { byState, inPath, type StandIn } from '../standIn.mts';
import { failed } from './shared.mts';

export const fal: StandIn = {
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
