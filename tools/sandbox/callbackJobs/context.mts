import type { ProviderParts } from '../shared/createProvider.mts';
import { enter } from '../shared/jobs/enter.mts';
import { runJob } from '../shared/jobs/runJob.mts';
import { services } from './services.mts';
import type { ServiceJob } from './standIn.mts';

export interface CallbackJobsSettings {
	/** Jobs stay under way until they are told to end. */
	hold: boolean;
	/** Before time scale. */
	durationMs: number;
	/** New jobs fail with this. */
	fail?: string;
}

export interface CallbackJobsContext extends ProviderParts {
	settings: CallbackJobsSettings;
	jobs: Map<string, ServiceJob>;
}

export const DEFAULTS: CallbackJobsSettings = { hold: false, durationMs: 2_000 };

/** Lets a job run on the clock, and calls about what happens to it. */
export function startJob(context: CallbackJobsContext, job: ServiceJob): void {
	const { hold, durationMs, fail } = context.settings;
	job.error = fail;
	const outcome = fail === undefined ? 'completed' : 'failed';
	const plan = { durationMs, hold, steps: 0, outcome } as const;
	void runJob(job, plan, context.clock, () => call(context, job));
}

/** Ends a job now; false when it had ended already. */
export function endJob(
	context: CallbackJobsContext,
	job: ServiceJob,
	state: 'completed' | 'failed' | 'cancelled',
): boolean {
	const ended = enter(job, state, context.clock.now());
	if (ended) call(context, job);
	return ended;
}

/** Calls about a job as its service would; about its beginning only where it does that. */
export function call({ deliveries }: CallbackJobsContext, job: ServiceJob): void {
	const service = services[job.service];
	const isEnd = job.endedAt !== null;
	if (!service || !job.callbackUrl || job.state === 'cancelled') return;
	if (!isEnd && !(service.tellsProgress && job.state === 'processing')) return;
	let isOver = false;
	const body = JSON.stringify((service.told ?? service.status)(job));
	deliveries.deliver({
		url: job.callbackUrl,
		about: { service: job.service, id: job.id, state: job.state },
		schedule: service.schedule,
		timeoutMs: service.timeoutMs,
		body: () => body,
		headers: () => ({ 'content-type': 'application/json' }),
		isSuccess(status) {
			isOver = service.givesUpOn?.(status) === true;
			return status >= 200 && status < 300;
		},
		abandoned: () => isOver,
	});
}
