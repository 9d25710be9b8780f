import type { Preset } from '../preset';

/** docs/reference/callback-apis.md, Firecrawl. Its callbacks carry no pages, so the job is looked at. */
export const firecrawl: Preset = {
	value: 'firecrawl',
	title: 'Firecrawl',
	documentation: 'https://docs.firecrawl.dev/webhooks/overview',
	baseUrl: 'https://api.firecrawl.dev',
	signIn: { header: 'Authorization', prefix: 'Bearer ' },
	test: '/v2/team/credit-usage',
	target: {
		description: 'What to do: crawl, batch/scrape, extract or agent',
		placeholder: 'e.g. crawl',
	},
	create: [{ path: '/v2/{target}' }],
	callback: {
		in: 'body',
		at: 'webhook',
		value: { url: '{callbackUrl}', events: ['completed', 'failed'] },
	},
	jobId: ['id'],
	envelope: { path: 'success', values: [true], message: 'error' },
	look: { path: '/v2/{target}/{id}' },
	status: { path: 'status', done: ['completed'], failed: ['failed'] },
	output: { path: 'data' },
	error: ['error'],
	usage: 'creditsUsed',
	cancel: { method: 'DELETE', path: '/v2/{target}/{id}' },
	keepsResultsFor: 24 * 60,
};
