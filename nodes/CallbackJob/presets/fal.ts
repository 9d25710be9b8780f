import type { Preset } from '../preset';

/**
 * docs/reference/callback-apis.md, fal. A job that failed is COMPLETED too: only its result, which is
 * refused then, tells.
 */
export const fal: Preset = {
	value: 'fal',
	title: 'fal',
	documentation: 'https://docs.fal.ai/model-apis/model-endpoints/webhooks',
	baseUrl: 'https://queue.fal.run',
	signIn: { header: 'Authorization', prefix: 'Key ' },
	target: { description: 'The model', placeholder: 'e.g. fal-ai/flux/dev' },
	create: [{ path: '/{target}' }],
	callback: { in: 'query', at: 'fal_webhook' },
	jobId: ['request_id'],
	look: { path: '/{app}/requests/{id}/status' },
	status: { path: 'status', done: ['COMPLETED', 'OK'], failed: ['ERROR', 'FAILED'] },
	result: { path: '/{app}/requests/{id}' },
	error: ['error', 'detail'],
	cancel: { method: 'PUT', path: '/{app}/requests/{id}/cancel' },
};
