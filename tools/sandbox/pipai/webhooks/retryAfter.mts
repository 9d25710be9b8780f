const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Ten attempts; ms before the second, third, … one (docs/reference/pipai.md 4). The same
 * page drops events after 24 h, before the tenth attempt could come; here the schedule counts.
 */
export const retryAfter: readonly number[] = [
	SECOND,
	5 * SECOND,
	30 * SECOND,
	2 * MINUTE,
	10 * MINUTE,
	30 * MINUTE,
	2 * HOUR,
	6 * HOUR,
	24 * HOUR,
];
