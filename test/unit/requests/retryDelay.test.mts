import { describe, expect, it } from '@jest/globals';
import { retryDelay } from '../../../dist/lib/http/retryDelay.js';

const NOW = Date.UTC(2026, 0, 1);
const answer = (status: number, retryAfter?: string) => ({
	status,
	headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
	body: undefined,
});

describe('retryDelay', () => {
	it.each([
		['success is final', answer(200), 1, undefined],
		['a refusal is final', answer(400), 1, undefined],
		['not found is final', answer(404), 1, undefined],
		['no answer', undefined, 1, 500],
		['it grows', undefined, 3, 2_000],
		['too many requests', answer(429), 1, 500],
		['broken', answer(503), 2, 1_000],
		['seconds asked for', answer(429, '7'), 1, 7_000],
		['a date asked for', answer(503, new Date(NOW + 3_000).toUTCString()), 1, 3_000],
		['a date that has passed', answer(503, new Date(NOW - 3_000).toUTCString()), 1, 500],
		['half a second more', answer(429, '1.5'), 1, 1_500],
		['milliseconds', answer(429, ' 29.997 '), 1, 29_997],
		['no wait', answer(429, '0'), 2, 1_000],
		['less than nothing', answer(429, '-1'), 1, 500],
		['a number that no date is', answer(429, '2026'), 1, 60_000],
		['infinity', answer(429, '1e400'), 1, 500],
		['a date in words', answer(503, 'Thu, 01 Jan 2026 00:00:04 GMT'), 1, 4_000],
		['a date of another notation', answer(503, '2026-01-01T00:00:04Z'), 1, 500],
		['nonsense asked for', answer(429, 'soon'), 1, 500],
		['longer than anybody waits', answer(429, '86400'), 1, 60_000],
	])('%s', (_, of, attempt, delay) => {
		expect(retryDelay(of, attempt, NOW, () => 0)).toBe(delay);
	});

	it('spreads, and never comes before the time asked for', () => {
		const delays = [0, 0.5, 1].map((chance) => retryDelay(answer(429, '2'), 1, NOW, () => chance));
		expect(delays).toEqual([2_000, 2_250, 2_500]);
	});
});
