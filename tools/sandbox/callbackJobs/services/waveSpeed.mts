import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER, done } from './shared.mts';

export const waveSpeed: StandIn = {
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
