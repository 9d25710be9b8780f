import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, RunPod. */
export const runPod: Preset = {
	value: 'runPod',
	title: 'RunPod',
	documentation: 'https://docs.runpod.io/serverless/endpoints/send-requests',
	baseUrl: 'https://api.runpod.ai',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	target: { description: 'The ID of the serverless endpoint', placeholder: 'e.g. abc123def456' },
	create: [{ path: '/v2/{target}/run', inputAt: 'input' }],
	callback: { in: 'body', at: 'webhook' },
	jobId: ['id'],
	look: { path: '/v2/{target}/status/{id}' },
	status: { path: 'status', done: ['COMPLETED'], failed: ['FAILED', 'TIMED_OUT'] },
	output: { path: 'output' },
	error: ['error', 'output.error'],
	usage: 'executionTime',
	cancel: { method: 'POST', path: '/v2/{target}/cancel/{id}' },
	keepsResultsFor: 30,
};
