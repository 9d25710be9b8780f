import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Shotstack. */
export const shotstack: Preset = {
	value: 'shotstack',
	title: 'Shotstack',
	isFromDocuments: true,
	documentation: 'https://shotstack.io/docs/api/#render-video',
	baseUrl: 'https://api.shotstack.io',
	signIn: { header: 'x-api-key', prefix: '' },
	target: { description: 'The environment: stage or v1', placeholder: 'e.g. v1' },
	create: [{ path: '/edit/{target}/render' }],
	callback: { in: 'body', at: 'callback' },
	jobId: ['response.id'],
	look: { path: '/edit/{target}/render/{id}' },
	status: { path: 'response.status', done: ['done'], failed: ['failed'] },
	output: { path: 'response' },
	error: ['response.error'],
	usage: 'response.billable',
	keepsResultsFor: 24 * 60,
};
