import { byState, inQuery, type StandIn } from '../standIn.mts';
import { done } from './shared.mts';

export const json2Video: StandIn = {
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
