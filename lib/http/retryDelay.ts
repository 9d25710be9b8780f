import type { Answer } from './providerResponse';

const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Part of the growing delay that chance decides, so that many clients do not come back together. */
const JITTER = 0.25;

/**
 * How long to wait before a safe call is repeated, in ms; `undefined` when its answer is final.
 * `Retry-After` (seconds, fractions too, or a date) wins over the growing delay; the call is never
 * repeated before the time that was asked for.
 *
 * @param answer `undefined` when there was none: a network error
 * @param attempt 1 for the first
 * @param now ms since the epoch
 * @param random between 0 and 1
 */
export function retryDelay(
	answer: Pick<Answer, 'status' | 'headers'> | undefined,
	attempt: number,
	now: number,
	random: () => number = Math.random,
): number | undefined {
	if (answer && answer.status !== 429 && answer.status < 500) return undefined;
	const asked = retryAfter(answer?.headers['retry-after'], now);
	const jitter = 1 + JITTER * random();
	return Math.min(Math.round((asked ?? FIRST_MS * 2 ** (attempt - 1)) * jitter), LONGEST_MS);
}

/** In ms; nothing for nonsense and for a time that has passed, after which the delay just grows. */
function retryAfter(header: unknown, now: number): number | undefined {
	const text = typeof header === 'number' ? String(header) : header;
	if (typeof text !== 'string') return undefined;
	const isSeconds = /^\s*\d+(?:\.\d*)?\s*$/.test(text);
	// Only text with the name of a day: `Date.parse` takes `-1` for a year.
	const isDate = /^\s*[a-z]{3,9},? /i.test(text);
	const asked = isSeconds ? Number(text) * 1000 : isDate ? Date.parse(text) - now : NaN;
	return asked > 0 ? asked : undefined;
}
