import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER } from './shared.mts';

export const creatomate: StandIn = {
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
