export interface Gate {
	/**
	 * Resolves when it is this delivery's turn; with `count` the gate opens itself at that many.
	 * `opened` is called when the gate opens, before any turn.
	 * The next one's turn comes when the function it resolves to is called.
	 */
	hold(opened: () => void, count?: number): Promise<() => void>;
	/**
	 * Lets what is held go, one after the other; `order` are indexes of arrival; what it
	 * leaves out follows backwards.
	 */
	release(order?: number[]): Promise<number>;
	/** Forgets what is held; it is never sent. */
	clear(): void;
}

/** Holds deliveries back and lets them go in another order. */
export function createGate(): Gate {
	let held: Array<{ opened: () => void; go: (passed: () => void) => void }> = [];

	const release = async (order?: number[]) => {
		const waiting = held;
		held = [];
		for (const { opened } of waiting) opened();
		const backwards = waiting.map((_, index) => waiting.length - 1 - index);
		const turns = [...new Set([...(order ?? []), ...backwards])];
		for (const turn of turns) {
			await new Promise<void>((passed) => {
				const next = waiting[turn];
				if (next) next.go(passed);
				else passed();
			});
		}
		return waiting.length;
	};

	return {
		release,
		clear() {
			held = [];
		},
		async hold(opened, count) {
			return await new Promise((go) => {
				held.push({ opened, go });
				if (held.length === count) void release();
			});
		},
	};
}
