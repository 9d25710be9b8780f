import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Creatomate. Version 1 answers with a list. */
export const creatomate: Preset = {
	value: 'creatomate',
	title: 'Creatomate',
	documentation: 'https://creatomate.com/docs/api/reference/create-a-render',
	baseUrl: 'https://api.creatomate.com',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	create: [{ path: '/v2/renders' }],
	callback: { in: 'body', at: 'webhook_url' },
	jobId: ['id', '0.id'],
	look: { path: '/v2/renders/{id}' },
	status: { path: 'status', done: ['succeeded'], failed: ['failed'] },
	error: ['error_message'],
	keepsResultsFor: 30 * 24 * 60,
};
