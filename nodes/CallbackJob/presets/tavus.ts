import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Tavus. */
export const tavus: Preset = {
	value: 'tavus',
	title: 'Tavus',
	isFromDocuments: true,
	documentation: 'https://docs.tavus.io/api-reference/video-request/create-video',
	baseUrl: 'https://tavusapi.com',
	signIn: { header: 'x-api-key', prefix: '' },
	create: [{ path: '/v2/videos' }],
	callback: { in: 'body', at: 'callback_url' },
	jobId: ['video_id'],
	look: { path: '/v2/videos/{id}' },
	status: { path: 'status', done: ['ready'], failed: ['error', 'deleted'] },
	error: ['status_details', 'error_details'],
};
