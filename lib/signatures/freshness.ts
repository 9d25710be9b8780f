/** Unit of a timestamp in a header: seconds or milliseconds since 1970. */
export type TimeUnit = 's' | 'ms';

/** The replay window of one delivery. */
export interface Window {
	/** The moment of arrival, in ms. */
	now: number;
	/** How long before or after it a delivery may have been signed, in seconds. */
	tolerance: number;
}

const A_YEAR = 366 * 86_400;

/**
 * Milliseconds of a timestamp sent as plain digits, undefined for anything else (sign, fraction,
 * exponent, space, trailing text) and for leading zeros, which could be the end of a body signed
 * right before the time. 13 digits are enough for milliseconds until 2286; sent where
 * seconds are due they stay a number, far in the future, and are refused as stale.
 */
export function parseTimestamp(text: string, unit: TimeUnit): number | undefined {
	if (!/^(?:0|[1-9]\d{0,12})$/.test(text)) return undefined;
	return unit === 's' ? Number(text) * 1000 : Number(text);
}

/**
 * Whether a time lies within the tolerance before or after now, both edges included. Times in ms,
 * tolerance in s.
 */
export function fresh(signedAt: number, now: number, tolerance: number): boolean {
	return Math.abs(now - signedAt) <= tolerance * 1000;
}

/**
 * Why a time (ms) lies outside the window, in one line that names the age; undefined when it does
 * not.
 */
export function staleness(signedAt: number, { now, tolerance }: Window): string | undefined {
	if (fresh(signedAt, now, tolerance)) return undefined;
	const age = Math.round((now - signedAt) / 1000);
	const when = age < 0 ? `${-age} s in the future` : `${age} s ago`;
	const hint = Math.abs(age) > A_YEAR ? '; is the timestamp in the expected unit?' : '';
	return `signed ${when}, allowed are ${tolerance} s${hint}`;
}
