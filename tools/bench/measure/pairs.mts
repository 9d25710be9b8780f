import { median } from './median.mts';

/** Medians of two things measured in turn. */
export interface Pair {
	one: number;
	other: number;
	/** Of `one` to `other` in each pair: what slows the machine down for a while slows both. */
	ratio: number;
}

/** Measures A B A B …, `count` pairs of them. */
export async function pairs(
	count: number,
	one: () => Promise<number>,
	other: () => Promise<number>,
): Promise<Pair> {
	const measured: Array<[number, number]> = [];
	for (let i = 0; i < count; i++) measured.push([await one(), await other()]);
	return medians(measured);
}

/** The medians of pairs that were measured elsewhere. */
export function medians(measured: ReadonlyArray<[number, number]>): Pair {
	return {
		one: median(measured.map(([one]) => one)),
		other: median(measured.map(([, other]) => other)),
		ratio: median(measured.map(([one, other]) => one / other)),
	};
}
