import { byState, inPath, type StandIn } from '../standIn.mts';
import { done, failed } from './shared.mts';

export const assemblyAi: StandIn = {
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
