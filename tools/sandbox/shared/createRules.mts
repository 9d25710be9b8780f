/** A rule that holds for the next `times` matches, or until it is cleared. */
export interface Rule<T> {
	id: number;
	left: number | null;
	/** How many matches it lets pass first. */
	skip: number;
	what: T;
}

export interface Rules<T> {
	/**
	 * @param times how many matches it serves; left out = until cleared
	 * @param skip how many matches it lets pass first
	 */
	add(what: T, times?: number, skip?: number): number;
	/** The oldest rule that matches, counted as used once; undefined when there is none. */
	take(matches: (what: T) => boolean): T | undefined;
	list(): Array<Rule<T>>;
	clear(id?: number): void;
}

export function createRules<T>(): Rules<T> {
	let rules: Array<Rule<T>> = [];
	let nextId = 1;
	return {
		add(what, times, skip = 0) {
			rules.push({ id: nextId, left: times ?? null, skip, what });
			return nextId++;
		},
		take(matches) {
			const rule = rules.find((candidate) => {
				if (candidate.left === 0 || !matches(candidate.what)) return false;
				return candidate.skip-- <= 0;
			});
			if (rule && rule.left !== null) {
				rule.left -= 1;
				if (rule.left === 0) rules = rules.filter((other) => other !== rule);
			}
			return rule?.what;
		},
		list: () => structuredClone(rules),
		clear(id) {
			rules = id === undefined ? [] : rules.filter((rule) => rule.id !== id);
		},
	};
}
