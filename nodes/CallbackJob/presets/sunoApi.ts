import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, sunoapi.org. It calls when the text, the first song and all are done. */
export const sunoApi: Preset = {
	value: 'sunoApi',
	title: 'SunoAPI',
	isFromDocuments: true,
	documentation: 'https://docs.sunoapi.org',
	baseUrl: 'https://api.sunoapi.org',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	create: [{ path: '/api/v1/generate' }],
	callback: { in: 'body', at: 'callBackUrl' },
	jobId: ['data.taskId'],
	envelope: { path: 'code', values: [200], message: 'msg' },
	look: { path: '/api/v1/generate/record-info', qs: { taskId: '{id}' } },
	status: {
		path: 'data.status',
		done: ['SUCCESS'],
		failed: [
			'CREATE_TASK_FAILED',
			'GENERATE_AUDIO_FAILED',
			'CALLBACK_EXCEPTION',
			'SENSITIVE_WORD_ERROR',
		],
	},
	output: { path: 'data.response' },
	error: ['data.errorMessage'],
	callsOften: true,
};
