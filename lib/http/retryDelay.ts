import type { Answer } from './providerResponse';

const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/**
 * How long to wait before a safe call is repeated, in ms; `undefined` when its answer is final.
 * `Retry-After` (seconds or a date) wins over the growing delay.
 *
 * @param answer `undefined` when there was none: a network error
 * @param attempt 1 for the first
 * @param now ms since the epoch
 */
export function retryDelay(
	answer: Answer | undefined,
	attempt: number,
	now: number,
): number | undefined {
	if (answer && answer.status !== 429 && answer.status < 500) return undefined;
	const asked = retryAfter(answer?.headers['retry-after'], now);
	return Math.min(asked ?? FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
}

function retryAfter(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string' && typeof header !== 'number') return undefined;
	if (/^\d+$/.test(String(header))) return Number(header) * 1000;
	const date = Date.parse(String(header));
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
