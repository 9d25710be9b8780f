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
		['a date that has passed', answer(503, new Date(NOW - 3_000).toUTCString()), 1, 0],
		['nonsense asked for', answer(429, 'soon'), 1, 500],
		['longer than anybody waits', answer(429, '86400'), 1, 60_000],
	])('%s', (_, of, attempt, delay) => {
		expect(retryDelay(of, attempt, NOW)).toBe(delay);
	});
});
