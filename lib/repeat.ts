import { sleep } from 'n8n-workflow';

/** Longer timers fire at once (Node keeps their time in 31 bits). */
const LONGEST_PAUSE_MS = 24 * 60 * 60_000;

/** What is done again and again. */
export interface Repetition {
	/** Ends it: the step under way is told by its signal, and none follows. */
	stop(): void;
}

/**
 * Does a step again and again, each time after the pause that the step before has asked for. A step
 * must not throw.
 *
 * @param first the pause before the first step, in ms
 * @param step does it, and answers the pause before the next one in ms
 */
export function repeat(first: number, step: (signal: AbortSignal) => Promise<number>): Repetition {
	const controller = new AbortController();
	void steps(first, step, controller.signal);
	return { stop: () => controller.abort() };
}

async function steps(
	first: number,
	step: (signal: AbortSignal) => Promise<number>,
	signal: AbortSignal,
): Promise<void> {
	for (let pause = first; !signal.aborted; ) {
		if (!(await pauseFor(pause, signal))) return;
		pause = await step(signal);
	}
}

/**
 * Sleeps, unless it is stopped before. Older versions of n8n sleep to the end all the same (2.8.4
 * does): then nothing follows.
 *
 * @returns whether to go on
 */
async function pauseFor(ms: number, signal: AbortSignal): Promise<boolean> {
	try {
		await sleep(Math.min(ms, LONGEST_PAUSE_MS), signal);
	} catch {
		return false;
	}
	return !signal.aborted;
}

/** Some time around `ms`, by a fifth at most, so that many triggers do not all ask at once. */
export function jittered(ms: number): number {
	return ms * (0.8 + Math.random() * 0.4);
}

/**
 * The pause before the first look of a trigger: within `soon` ms of a start of n8n, not all at the same
 * moment. Publishing a workflow looks by itself.
 */
export function firstPause(activation: string, every: number, soon: number): number {
	return isStartOf(activation) ? Math.random() * Math.min(every, soon) : jittered(every);
}

/** Whether n8n itself has started, or taken over from another process. */
export function isStartOf(activation: string): boolean {
	return ['init', 'leadershipChange'].includes(activation);
}

/**
 * The pause after a failure: twice as long after each, up to an hour.
 *
 * @param failures how often it has failed before
 */
export function growing(ms: number, failures: number): number {
	return jittered(Math.min(ms * 2 ** failures, Math.max(ms, 60 * 60_000)));
}

/**
 * An option in minutes, fractions allowed, as ms; 0 switches off. What is no number is the default.
 *
 * @param shortest in ms
 */
export function minutesOption(given: unknown, byDefault: number, shortest = 1_000): number {
	const minutes = Number(given ?? byDefault);
	if (minutes === 0) return 0;
	const isUsable = Number.isFinite(minutes) && minutes > 0;
	return Math.max(shortest, (isUsable ? minutes : byDefault) * 60_000);
}
