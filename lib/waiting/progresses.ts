import { Progress } from './progress';
import type { WaitState } from './waitState';

/** Waits that ended elsewhere (deadline, another process) leave their progress behind. */
const MOST = 500;

const progresses = new Map<string, Progress>();

/** Waits that went on: n8n has let in other callbacks by then, which would begin anew. */
const ended = new Set<string>();

/** What this process knows of a wait, begun anew where it knows nothing. */
export function progressOf(key: string, state: () => WaitState): Progress {
	const known = progresses.get(key) ?? new Progress(state());
	// Put last, so that the first is the one unused for longest.
	progresses.delete(key);
	progresses.set(key, known);
	if (progresses.size > MOST) progresses.delete(String(progresses.keys().next().value));
	return known;
}

export function endProgress(key: string) {
	progresses.delete(key);
	ended.add(key);
	if (ended.size > MOST) ended.delete(String(ended.keys().next().value));
}

export function hasEnded(key: string): boolean {
	return ended.has(key);
}

/** One wait among all that this process hears of. */
export function waitKey(executionId: string, nodeId: string, round: number): string {
	return `${executionId}:${nodeId}:${round}`;
}
