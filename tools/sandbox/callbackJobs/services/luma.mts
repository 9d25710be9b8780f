import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER, done, failed } from './shared.mts';

export const luma: StandIn = {
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
