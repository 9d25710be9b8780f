import { isEnded } from './isEnded.mts';
import type { Job, JobState } from './types.mts';

const STARTED: JobState[] = ['processing', 'completed', 'failed'];

/** Changes a job's state with its times; false when it had ended already. */
export function enter(job: Job, state: JobState, now: number): boolean {
	if (isEnded(job.state)) return false;
	job.state = state;
	if (STARTED.includes(state)) job.startedAt ??= now;
	if (isEnded(state)) job.endedAt = now;
	if (state === 'completed') job.progress = 100;
	return true;
}
