import type { Preset } from '../preset';

const EVENTS = ['SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT'];

/** docs/reference/callback-apis.md, Apify. The result of a run is its dataset. */
export const apify: Preset = {
	value: 'apify',
	title: 'Apify',
	documentation: 'https://docs.apify.com/platform/integrations/webhooks/ad-hoc-webhooks',
	baseUrl: 'https://api.apify.com',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	test: '/v2/users/me',
	target: {
		description: 'The actor: its ID, or user/name',
		placeholder: 'e.g. apify/web-scraper',
		replace: ['/', '~'],
	},
	create: [{ path: '/v2/acts/{target}/runs' }],
	callback: {
		in: 'query',
		at: 'webhooks',
		value: [{ eventTypes: EVENTS.map((name) => `ACTOR.RUN.${name}`), requestUrl: '{callbackUrl}' }],
		encoding: 'base64Json',
	},
	jobId: ['data.id'],
	look: { path: '/v2/actor-runs/{id}' },
	status: {
		path: 'data.status',
		done: ['SUCCEEDED'],
		failed: ['FAILED', 'TIMED-OUT', 'TIMED_OUT'],
	},
	output: { path: 'data.output' },
	result: { path: '/v2/datasets/{data.defaultDatasetId}/items' },
	error: ['data.statusMessage'],
	usage: 'data.usageTotalUsd',
	cancel: { method: 'POST', path: '/v2/actor-runs/{id}/abort' },
};
