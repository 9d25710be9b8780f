import { byState, inQuery, type StandIn } from '../standIn.mts';
import { BEARER, done } from './shared.mts';

export const novita: StandIn = {
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
