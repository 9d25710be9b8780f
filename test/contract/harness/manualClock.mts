import { setTimeout as pass } from 'node:timers/promises';

interface Sleeper {
	/** On the manual clock, in ms. */
	wakesAt: number;
	wake(): void;
}

/** How long what woke up may take to its next sleep, in ms of real time; what was stopped never sleeps again. */
const PATIENCE_MS = 2_000;
/** More in one move is a pause of nothing, again and again. */
const MOST_WAKES = 1_000;

const sleepers = new Set<Sleeper>();
let now = 0;
let fallenAsleep = 0;

/**
 * The clock of what a trigger does by itself: its sleeps, which take an abort signal, end when a test
 * moves the clock on, and not by time.
 */
export const manualClock = {
	/** How long the triggers sleep from now, in ms each, the shortest first. */
	sleeps: (): number[] => [...sleepers].map(({ wakesAt }) => wakesAt - now).sort((a, b) => a - b),

	/** Moves the clock on: all wake up whose time has come, one after the other, and do what they do. */
	async advance(ms: number): Promise<void> {
		const until = now + ms;
		for (let wakes = 0; wakes < MOST_WAKES; wakes++) {
			const next = earliest(until);
			if (!next) break;
			now = Math.max(now, next.wakesAt);
			const before = fallenAsleep;
			next.wake();
			for (let waited = 0; waited < PATIENCE_MS && fallenAsleep === before; waited += 5)
				await pass(5);
		}
		now = until;
	},

	async sleep(ms: number, signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const end = (how: () => void) => () => {
				sleepers.delete(sleeper);
				signal.removeEventListener('abort', abort);
				how();
			};
			const sleeper: Sleeper = { wakesAt: now + ms, wake: end(resolve) };
			const abort = end(() => reject(signal.reason as Error));
			signal.addEventListener('abort', abort);
			sleepers.add(sleeper);
			fallenAsleep++;
		});
	},
};

function earliest(until: number): Sleeper | undefined {
	return [...sleepers]
		.filter(({ wakesAt }) => wakesAt <= until)
		.sort((a, b) => a.wakesAt - b.wakesAt)
		.at(0);
}
