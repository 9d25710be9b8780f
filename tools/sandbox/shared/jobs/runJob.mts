import type { Clock } from '../clock.mts';
import { enter } from './enter.mts';
import { isEnded } from './isEnded.mts';
import type { Job, JobPlan } from './types.mts';

const PENDING_SHARE = 0.2;

/**
 * pending → processing (with progress steps) → completed or failed, on the clock. `entered` is
 * told of every change; a job ended from outside meanwhile is left alone.
 */
export async function runJob<T extends Job>(
	job: T,
	plan: JobPlan,
	clock: Clock,
	entered: (job: T) => void,
): Promise<void> {
	if (enter(job, 'pending', clock.now())) entered(job);
	await clock.sleep(plan.durationMs * PENDING_SHARE);
	if (!enter(job, 'processing', clock.now())) return;
	entered(job);

	const pause = (plan.durationMs * (1 - PENDING_SHARE)) / (plan.steps + 1);
	for (let step = 1; step <= plan.steps; step++) {
		await clock.sleep(pause);
		if (isEnded(job.state)) return;
		job.progress = Math.floor((100 * step) / (plan.steps + 1));
		entered(job);
	}
	await clock.sleep(pause);
	if (!plan.hold && enter(job, plan.outcome, clock.now())) entered(job);
}
