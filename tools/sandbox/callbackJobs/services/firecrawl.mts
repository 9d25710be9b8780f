import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER, done, failed } from './shared.mts';

export const firecrawl: StandIn = {
	signIn: BEARER,
	create: /^\/v2\/(crawl|batch\/scrape|extract|agent)$/,
	id: (number) => `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
	callbackUrl: ({ body }) => (body.webhook as { url?: string } | undefined)?.url,
	refuses: ({ body }) =>
		body.url || body.urls
			? undefined
			: { status: 400, body: { success: false, error: 'Bad Request: url is required' } },
	created: (job) => ({
		success: true,
		id: job.id,
		url: `https://api.firecrawl.dev/v2/crawl/${job.id}`,
	}),
	look: inPath(/^\/v2\/(?:crawl|batch\/scrape|extract|agent)\/([^/]+)$/),
	status: (job) => ({
		status: byState(job, {
			...{ waiting: 'scraping', working: 'scraping', done: 'completed' },
			...{ failed: 'failed', cancelled: 'cancelled' },
		}),
		creditsUsed: 1,
		data:
			done(job, [{ markdown: '# Page', metadata: { sourceURL: 'https://example.com/' } }]) ?? [],
		error: failed(job, job.error) ?? undefined,
	}),
	cancel: { method: 'DELETE', path: /^\/v2\/(?:crawl|batch\/scrape|extract|agent)\/([^/]+)$/ },
	told: (job) => ({
		success: job.state === 'completed',
		type: job.state === 'completed' ? 'crawl.completed' : 'crawl.failed',
		id: job.id,
		data: [],
	}),
	schedule: [60_000, 300_000, 900_000],
	timeoutMs: 10_000,
};
