/** Lets at most this many pieces of work run at once; the others wait in the order they came. */
export function createTurns(most: number) {
	const waiting: Array<() => void> = [];
	let free = most;
	return async <T,>(work: () => Promise<T>): Promise<T> => {
		if (free > 0) free -= 1;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free += 1;
		}
	};
}
