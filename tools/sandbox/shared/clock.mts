/** Real time with shortened waiting: a wait of `ms` takes `ms × scale`. */
export interface Clock {
	/** 1 = the provider's own pace, 0.01 = a hundred times faster. */
	scale: number;
	/** Unix time in milliseconds, never scaled: receivers compare it with their own clock. */
	now(): number;
	/** Resolves after `ms × scale`; never, once the clock is closed. */
	sleep(ms: number): Promise<void>;
	/** Forgets every wait under way. */
	close(): void;
}

export function createClock(scale: number): Clock {
	const timers = new Set<NodeJS.Timeout>();
	let closed = false;
	const clock: Clock = {
		scale,
		now: () => Date.now(),
		async sleep(ms) {
			await new Promise<void>((resolve) => {
				if (closed) return;
				const timer = setTimeout(() => {
					timers.delete(timer);
					resolve();
				}, ms * clock.scale);
				timers.add(timer);
			});
		},
		close() {
			closed = true;
			for (const timer of timers) clearTimeout(timer);
			timers.clear();
		},
	};
	return clock;
}
