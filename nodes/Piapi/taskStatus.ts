import { lowerTrimmed } from '../../lib/text';

const TERMINAL: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);

/** The documented enum is capitalised, every example lower case, Midjourney v2 says `finished` (docs/reference/piapi.md 1.5, 3). */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
	['finished', 'completed'],
	['success', 'completed'],
	['succeeded', 'completed'],
	['canceled', 'cancelled'],
]);

/** A task's status in one spelling. */
export function taskStatus(status: unknown): string {
	const lower = lowerTrimmed(status);
	return SYNONYMS.get(lower) ?? lower;
}

/** Nothing more will happen to a task in this status, spelled by `taskStatus`. */
export function isTerminal(status: string): boolean {
	return TERMINAL.has(status);
}
