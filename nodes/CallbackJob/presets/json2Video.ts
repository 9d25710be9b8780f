import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, JSON2Video. */
export const json2Video: Preset = {
	value: 'json2Video',
	title: 'JSON2Video',
	documentation: 'https://json2video.com/docs/v2/api-reference/exports',
	baseUrl: 'https://api.json2video.com',
	signIn: { header: 'x-api-key', prefix: '' },
	create: [{ path: '/v2/movies' }],
	callback: {
		in: 'body',
		at: 'exports.0.destinations',
		value: { type: 'webhook', endpoint: '{callbackUrl}' },
		isEntry: true,
	},
	jobId: ['project'],
	envelope: { path: 'success', values: [true], message: 'message' },
	look: { path: '/v2/movies', qs: { project: '{id}' } },
	status: { path: 'movie.status', done: ['done'], failed: ['error'] },
	output: { path: 'movie' },
	error: ['movie.message'],
	usage: 'movie.rendering_time',
};
