import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Novita. Its result URLs live for an hour. */
export const novita: Preset = {
	value: 'novita',
	title: 'Novita',
	documentation: 'https://novita.ai/docs/api-reference/model-apis-webhook',
	baseUrl: 'https://api.novita.ai',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	target: { description: 'The endpoint after /v3/async/', placeholder: 'e.g. txt2img' },
	create: [{ path: '/v3/async/{target}' }],
	callback: { in: 'body', at: 'extra.webhook.url' },
	jobId: ['task_id'],
	look: { path: '/v3/async/task-result', qs: { task_id: '{id}' } },
	status: {
		path: 'task.status',
		done: ['TASK_STATUS_SUCCEED'],
		failed: ['TASK_STATUS_FAILED'],
		cancelled: ['TASK_STATUS_CANCELED'],
	},
	error: ['task.reason'],
	keepsResultsFor: 60,
};
