import type { Job } from '../shared/jobs/types.mts';
import { isEnded } from '../shared/jobs/isEnded.mts';
import type { PiContext } from './context.mts';

const DEFAULT_SECONDS = 20;
const LONGEST_SECONDS = 30;
const LOOK_EVERY_MS = 1_000;

/**
 * Holds the answer back while the job runs, if the query asks for it: looks once a second, for 20 s
 * or `timeout_seconds` (1 to 30). False when the query is wrong (docs/reference/pi.md 7).
 */
export async function waitFor(
	{ clock }: PiContext,
	job: Job,
	query: Record<string, string | undefined>,
): Promise<boolean> {
	const seconds = Number(query.timeout_seconds ?? DEFAULT_SECONDS);
	if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_SECONDS) return false;
	if (query.wait_for_completion !== 'true') return true;
	for (let second = 0; second < seconds && !isEnded(job.state); second++) {
		await clock.sleep(LOOK_EVERY_MS);
	}
	return true;
}
