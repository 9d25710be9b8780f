import type { Row } from './row.mts';

/** How a run was asked for. */
export interface Bench {
	/** Few repetitions: shows that it works, not how fast it is. */
	quick: boolean;
	/** Tells what is being measured. */
	tell(what: string): void;
}

/** Some of the rows, measured together. */
export type Part = (bench: Bench) => Promise<Row[]>;
