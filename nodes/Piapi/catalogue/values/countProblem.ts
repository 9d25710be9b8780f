import type { Input } from '../types';

/** What is wrong with this number of entries, if anything. */
export function countProblem(input: Input, count: number): string | undefined {
	const { label, minItems = 0, maxItems = Infinity } = input;
	if (count > maxItems)
		return `"${label}" takes at most ${maxItems}, but got ${count}: remove some`;
	if (count < minItems) return `"${label}" needs at least ${minItems}, but got ${count}: add some`;
	return undefined;
}
