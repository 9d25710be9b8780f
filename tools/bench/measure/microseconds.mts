export type Work = () => unknown;

/** Long enough that the clock and one collection of garbage do not show. */
const LEAST_MS = 8;
/** Until V8 has compiled what is measured for good. */
const WARM_UP_MS = 60;

async function milliseconds(work: Work, times: number): Promise<number> {
	const start = performance.now();
	for (let i = 0; i < times; i++) {
		const done = work();
		if (done instanceof Promise) await done;
	}
	return performance.now() - start;
}

/**
 * Makes `work` ready to be measured: compiled, and run as often in a row as the clock needs.
 * @returns what measures once, in microseconds per call
 */
export async function stopwatch(work: Work): Promise<() => Promise<number>> {
	for (const end = performance.now() + WARM_UP_MS; performance.now() < end; )
		await milliseconds(work, 20);
	let times = 1;
	while ((await milliseconds(work, times)) < LEAST_MS) times *= 2;
	return async () => ((await milliseconds(work, times)) * 1000) / times;
}
