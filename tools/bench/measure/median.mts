/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted.length >> 1;
	const [low = NaN, high = low] =
		sorted.length % 2 === 1 ? sorted.slice(middle) : sorted.slice(middle - 1);
	return sorted.length % 2 === 1 ? low : (low + high) / 2;
}
