import { createRandom } from '../../../../tools/sandbox/piapi/createRandom.mts';

/** Chance that can be had again: `PIHOOKS_SEED=<number>` repeats what a printed seed has done. */
export interface Dice {
	seed: number;
	/** A whole number from 0 to `sides` - 1. */
	roll(sides: number): number;
	pick<T>(choices: readonly T[]): T;
	shuffle<T>(items: readonly T[]): T[];
}

export function createDice(seed = Number(process.env.PIHOOKS_SEED ?? Date.now() % 1e6)): Dice {
	const random = createRandom(seed);
	const roll = (sides: number) => Math.floor(random() * sides);
	return {
		seed,
		roll,
		pick: (choices) => choices[roll(choices.length)],
		shuffle(items) {
			const shuffled = [...items];
			for (let last = shuffled.length - 1; last > 0; last--) {
				const other = roll(last + 1);
				[shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
			}
			return shuffled;
		},
	};
}
