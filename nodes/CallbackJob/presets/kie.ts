import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Kie. HTTP 200 with another code is an error. */
export const kie: Preset = {
	value: 'kie',
	title: 'Kie',
	documentation: 'https://docs.kie.ai',
	baseUrl: 'https://api.kie.ai',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	test: '/api/v1/chat/credit',
	target: { description: 'The model of the market', placeholder: 'e.g. google/nano-banana' },
	create: [{ path: '/api/v1/jobs/createTask', inputAt: 'input', body: { model: '{target}' } }],
	callback: { in: 'body', at: 'callBackUrl' },
	jobId: ['data.taskId', 'data.task_id'],
	envelope: { path: 'code', values: [200], message: 'msg' },
	look: { path: '/api/v1/jobs/recordInfo', qs: { taskId: '{id}' } },
	status: { path: 'data.state', done: ['success'], failed: ['fail', 'failed'] },
	output: { path: 'data.resultJson', isJson: true },
	error: ['data.failMsg', 'data.failCode'],
	usage: 'data.costTime',
	keepsResultsFor: 14 * 24 * 60,
	callsOften: true,
};
