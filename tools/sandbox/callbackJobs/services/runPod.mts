import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER } from './shared.mts';

export const runPod: StandIn = {
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
