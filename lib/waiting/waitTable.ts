import type { Claim } from '../inbound/claims';
import { Progress } from './progress';
import type { WaitState } from './waitState';
import { putLast } from '../bound';

/** What this process knows of a wait. */
interface Wait {
	progress?: Progress;
	/** Stops its heartbeats, where this process sends them. */
	stopBeats?: () => void;
	/** A callback is resuming the execution: whether that succeeded. */
	resuming?: { since: number; outcome: Promise<boolean> };
	/** The execution went on: n8n has let in other callbacks by then, which would begin anew. */
	hasEnded?: true;
}

/** Waits that ended elsewhere (deadline, another process) leave their entry behind. */
const MOST = 2_000;

/** A resume that takes longer than this has failed without telling; the next callback takes over. */
const ABANDONED_MS = 5 * 60_000;

const waits = new Map<string, Wait>();

/** One wait among all that this process hears of. */
export function waitKey(executionId: string, nodeId: string, round: number): string {
	return `${executionId}:${nodeId}:${round}`;
}

/** What this process knows of the jobs of a wait, begun anew where it knows nothing. */
export function progressOf(key: string, state: () => WaitState): Progress {
	const wait = open(key);
	return (wait.progress ??= new Progress(state()));
}

export function keepProgress(key: string, progress: Progress) {
	open(key).progress = progress;
}

/** Whether this process sends the heartbeats of a wait. */
export function isBeating(key: string): boolean {
	return waits.get(key)?.stopBeats !== undefined;
}

export function keepBeats(key: string, stop: () => void) {
	open(key).stopBeats = stop;
}

/** The heartbeats stopped by themselves: what else is known of the wait is of use no more. */
export function forgetWait(key: string) {
	if (!waits.get(key)?.hasEnded) waits.delete(key);
}

export function hasEnded(key: string): boolean {
	return waits.get(key)?.hasEnded === true;
}

/** The execution goes on: what was known of its jobs is dropped. */
export function endWait(key: string) {
	waits.get(key)?.stopBeats?.();
	waits.delete(key);
	waits.set(key, { hasEnded: true });
}

/**
 * The right to resume an execution. Of simultaneous callbacks the first one gets it, and the others wait
 * for its outcome; when that was a failure, the next one takes over.
 *
 * @param now ms since the epoch
 * @returns nothing when the execution goes on already
 */
export async function claimResume(key: string, now: number): Promise<Claim | undefined> {
	for (;;) {
		if (hasEnded(key)) return undefined;
		const wait = open(key);
		if (wait.resuming && now - wait.resuming.since < ABANDONED_MS) {
			await wait.resuming.outcome;
			continue;
		}
		let settle: (succeeded: boolean) => void = () => {};
		const mine = { since: now, outcome: new Promise<boolean>((resolve) => (settle = resolve)) };
		wait.resuming = mine;
		return (succeeded) => {
			if (succeeded) endWait(key);
			else if (wait.resuming === mine) wait.resuming = undefined;
			settle(succeeded);
		};
	}
}

/** The entry of a wait, in use now. */
function open(key: string): Wait {
	const wait = waits.get(key) ?? {};
	// Heartbeats of the one that goes go on; without an entry a callback may start them twice, which does no harm.
	putLast(waits, key, wait, MOST);
	return wait;
}
