import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, HeyGen: version 3 of its API, the older ones have ended. */
export const heyGen: Preset = {
	value: 'heyGen',
	title: 'HeyGen',
	isFromDocuments: true,
	documentation: 'https://docs.heygen.com',
	baseUrl: 'https://api.heygen.com',
	signIn: { header: 'X-Api-Key', prefix: '' },
	create: [{ path: '/v3/videos' }],
	callback: { in: 'body', at: 'callback_url' },
	jobId: ['data.video_id'],
	look: { path: '/v3/videos/{id}' },
	status: { path: 'data.status', done: ['completed'], failed: ['failed'] },
	output: { path: 'data' },
	error: ['data.error', 'data.failure_message'],
};
