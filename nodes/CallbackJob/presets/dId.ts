import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, D-ID. */
export const dId: Preset = {
	value: 'dId',
	title: 'D-ID',
	isFromDocuments: true,
	documentation: 'https://docs.d-id.com/reference/createtalk',
	baseUrl: 'https://api.d-id.com',
	signIn: { header: 'Authorization', prefix: 'Basic ' },
	target: { description: 'What to make: talks, clips or scenes', placeholder: 'e.g. talks' },
	create: [{ path: '/{target}' }],
	callback: { in: 'body', at: 'webhook' },
	jobId: ['id'],
	look: { path: '/{target}/{id}' },
	status: { path: 'status', done: ['done'], failed: ['error', 'rejected'] },
	error: ['error'],
	usage: 'duration',
};
