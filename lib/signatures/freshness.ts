/**
 * How a time is written: seconds or milliseconds since 1970 in plain digits, seconds with a fraction,
 * or a date (ISO 8601 and RFC 3339 with any fraction and offset, or RFC 1123).
 */
export type TimeUnit = 's' | 'ms' | 'fraction' | 'date';

/** The replay window of one delivery. */
export interface ReplayWindow {
	/** The moment of arrival, in ms. */
	now: number;
	/** How long before or after it a delivery may have been signed, in seconds. */
	tolerance: number;
}

const A_YEAR = 366 * 86_400;

const WHOLE = /^(?:0|[1-9]\d{0,12})$/;
const FRACTION = /^(?:0|[1-9]\d{0,12})(?:\.\d{1,9})?$/;
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/;
const RFC_1123 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Milliseconds of a time, undefined for anything that is not written exactly so (sign, exponent,
 * space, trailing text) and for leading zeros, which could be the end of a body signed right before
 * the time. 13 digits are enough for milliseconds until 2286; sent where seconds are due they stay
 * a number, far in the future, and are refused as stale.
 */
export function parseTimestamp(text: string, unit: TimeUnit): number | undefined {
	if (unit === 'date') return parseDate(text);
	if (!(unit === 'fraction' ? FRACTION : WHOLE).test(text)) return undefined;
	return unit === 'ms' ? Number(text) : Math.round(Number(text) * 1000);
}

function parseDate(text: string): number | undefined {
	const iso = ISO.exec(text);
	if (!iso && !RFC_1123.test(text)) return undefined;
	// JavaScript is sure of three digits of a fraction only.
	const at = iso
		? Date.parse(`${iso[1]}.${(iso[2] ?? '').slice(0, 3).padEnd(3, '0')}${offset(iso[3] ?? 'Z')}`)
		: Date.parse(text);
	return Number.isNaN(at) ? undefined : at;
}

function offset(text: string): string {
	return text.length === 5 ? `${text.slice(0, 3)}:${text.slice(3)}` : text;
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
export function staleness(signedAt: number, { now, tolerance }: ReplayWindow): string | undefined {
	if (fresh(signedAt, now, tolerance)) return undefined;
	const age = Math.round((now - signedAt) / 1000);
	const when = age < 0 ? `${-age} s in the future` : `${age} s ago`;
	const hint = Math.abs(age) > A_YEAR ? '; is the timestamp in the expected unit?' : '';
	return `signed ${when}, allowed are ${tolerance} s${hint}`;
}

/**
 * Whether a time in digits has as many as the present one. Only so are its borders certain where
 * digits stand beside it, however wide the window is.
 */
export function hasLengthOfNow(text: string, unit: TimeUnit, now: number): boolean {
	if (unit === 'date') return true;
	const present = String(unit === 'ms' ? now : Math.floor(now / 1000));
	return (text.split('.', 1)[0] ?? '').length === present.length;
}
