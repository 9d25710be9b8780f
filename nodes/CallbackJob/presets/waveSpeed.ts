import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, WaveSpeed. */
export const waveSpeed: Preset = {
	value: 'waveSpeed',
	title: 'WaveSpeed',
	documentation: 'https://wavespeed.ai/docs/how-to-use-webhooks',
	baseUrl: 'https://api.wavespeed.ai',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	test: '/api/v3/balance',
	target: { description: 'The model', placeholder: 'e.g. wavespeed-ai/flux-dev' },
	create: [{ path: '/api/v3/{target}' }],
	callback: { in: 'query', at: 'webhook' },
	jobId: ['data.id'],
	look: { path: '/api/v3/predictions/{id}/result' },
	status: { path: 'data.status', done: ['completed'], failed: ['failed'] },
	output: { path: 'data.outputs' },
	error: ['data.error', 'message'],
	usage: 'data.timings',
};
