export interface Gate {
	/**
	 * Resolves when it is this delivery's turn; with `count` the gate opens itself at that many.
	 * The next one's turn comes when the function it resolves to is called.
	 */
	hold(count?: number): Promise<() => void>;
	/** Lets what is held go, one after the other; `order` are indexes of arrival, default backwards. */
	release(order?: number[]): Promise<number>;
}

/** Holds deliveries back and lets them go in another order. */
export function createGate(): Gate {
	let held: Array<(passed: () => void) => void> = [];

	const release = async (order?: number[]) => {
		const waiting = held;
		held = [];
		const turns = order ?? waiting.map((_, index) => waiting.length - 1 - index);
		for (const turn of turns) {
			await new Promise<void>((passed) => {
				const go = waiting[turn];
				if (go) go(passed);
				else passed();
			});
		}
		return waiting.length;
	};

	return {
		release,
		async hold(count) {
			return await new Promise((resolve) => {
				held.push(resolve);
				if (held.length === count) void release();
			});
		},
	};
}
