import { byState, inPath, type StandIn } from '../standIn.mts';
import { BEARER } from './shared.mts';

export const apify: StandIn = {
	signIn: BEARER,
	create: /^\/v2\/acts\/([^/]+)\/runs$/,
	id: (number) => `Run${String(number).padStart(14, '0')}`,
	callbackUrl({ query }) {
		const text = query.get('webhooks');
		if (text === null) return undefined;
		const [webhook] = JSON.parse(Buffer.from(text, 'base64').toString()) as Array<{
			eventTypes: string[];
			requestUrl: string;
		}>;
		return webhook?.eventTypes.includes('ACTOR.RUN.SUCCEEDED') ? webhook.requestUrl : undefined;
	},
	created: (job) => ({ data: { id: job.id, status: 'READY', defaultDatasetId: `ds-${job.id}` } }),
	look: inPath(/^\/v2\/actor-runs\/([^/]+)$/),
	status: (job) => ({
		data: {
			id: job.id,
			status: byState(job, {
				...{ waiting: 'READY', working: 'RUNNING', done: 'SUCCEEDED' },
				...{ failed: 'FAILED', cancelled: 'ABORTED' },
			}),
			statusMessage: job.error ?? '',
			defaultDatasetId: `ds-${job.id}`,
			usageTotalUsd: 0.01,
		},
	}),
	result: {
		asked: inPath(/^\/v2\/datasets\/ds-([^/]+)\/items$/),
		answer: (job) => ({ status: 200, body: [{ url: job.file }] }),
	},
	cancel: { method: 'POST', path: /^\/v2\/actor-runs\/([^/]+)\/abort$/ },
	told: (job) => ({ eventType: 'ACTOR.RUN.SUCCEEDED', eventData: { actorRunId: job.id } }),
	schedule: [60_000, 120_000, 240_000],
	timeoutMs: 30_000,
};
