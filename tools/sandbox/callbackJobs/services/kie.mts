import { byState, inQuery, type StandIn } from '../standIn.mts';
import { BEARER, done } from './shared.mts';

export const kie: StandIn = {
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
