import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Replicate. */
export const replicate: Preset = {
	value: 'replicate',
	title: 'Replicate',
	documentation: 'https://replicate.com/docs/reference/http#predictions.create',
	baseUrl: 'https://api.replicate.com',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	test: '/v1/account',
	target: {
		description:
			'The model (owner/name), a version of it (owner/name:version, or the version alone), or deployments/owner/name',
		placeholder: 'e.g. black-forest-labs/flux-schnell',
	},
	create: [
		{
			when: /^deployments\//,
			path: '/v1/{target}/predictions',
			inputAt: 'input',
		},
		{
			when: /^[^/:]+\/[^/:]+$/,
			path: '/v1/models/{target}/predictions',
			inputAt: 'input',
		},
		{ path: '/v1/predictions', inputAt: 'input', body: { version: '{target}' } },
	],
	callback: {
		in: 'body',
		at: 'webhook',
		alsoBody: { webhook_events_filter: ['completed'] },
	},
	jobId: ['id'],
	look: { path: '/v1/predictions/{id}' },
	status: { path: 'status', done: ['succeeded'], failed: ['failed'] },
	output: { path: 'output' },
	error: ['error'],
	removed: 'data_removed',
	usage: 'metrics',
	cancel: { method: 'POST', path: '/v1/predictions/{id}/cancel' },
	keepsResultsFor: 60,
};
