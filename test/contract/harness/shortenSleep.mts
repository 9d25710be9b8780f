import { setTimeout as pass } from 'node:timers/promises';
import { manualClock } from './manualClock.mts';
import { moduleOf } from './moduleOf.mts';

const FASTER = 25;

/** How long the nodes wanted to sleep before a call is repeated or a job looked at again, in ms each, oldest first. */
export const naps: number[] = [];

/**
 * Lets the nodes sleep a fraction of what they ask n8n's `sleep` for, before they repeat a call or
 * look at a job again: the same steps in less time. Deadlines keep to the clock. What can be stopped,
 * as the pauses of a trigger's `trigger()`, sleeps by the manual clock.
 */
export function shortenSleep(): void {
	const sleeping = moduleOf<{ sleep(ms: number, signal?: AbortSignal): Promise<void> }>(
		'n8n-workflow',
		'@n8n/utils/sleep',
	);
	sleeping.sleep = async (ms, signal) => {
		if (signal) return await manualClock.sleep(ms, signal);
		naps.push(ms);
		return await pass(ms / FASTER);
	};
}
