import { describe, expect, it } from '@jest/globals';
import { fresh, parseTimestamp, staleness } from '../../../dist/lib/signatures/freshness.js';
import { NOW } from './signing.mts';

describe('parseTimestamp', () => {
	it.each([
		['1761739200', 's', NOW],
		['1761739200000', 'ms', NOW],
		['0', 's', 0],
		['01761739200', 's', undefined],
		['9999999999999', 's', 9_999_999_999_999_000],
		['17617392000000', 'ms', undefined],
		...['', ' ', ' 1', '1 ', '1\n', '+1', '-1', '1.0', '1e3', '0x1', '1_000', 'NaN', '१', '１'].map(
			(text) => [text, 's', undefined] as const,
		),
	] as const)('%j in %s is %s', (text, unit, at) => {
		expect(parseTimestamp(text, unit)).toBe(at);
	});
});

describe('fresh', () => {
	it.each([
		[0, 300, true],
		[300_000, 300, true],
		[-300_000, 300, true],
		[300_001, 300, false],
		[-300_001, 300, false],
		[0, 0, true],
		[1, 0, false],
		[0, -1, false],
		[0, Number.NaN, false],
		[Number.NaN, 300, false],
	])('an age of %i ms within %i s: %s', (age, tolerance, expected) => {
		expect(fresh(NOW - age, NOW, tolerance)).toBe(expected);
	});
});

describe('staleness', () => {
	it.each([
		[412_000, 'signed 412 s ago, allowed are 300 s'],
		[-301_400, 'signed 301 s in the future, allowed are 300 s'],
		[NOW, `signed ${NOW / 1000} s ago, allowed are 300 s; is the timestamp in the expected unit?`],
		[300_000, undefined],
	])('of %i ms is told as %j', (age, reason) => {
		expect(staleness(NOW - age, { now: NOW, tolerance: 300 })).toBe(reason);
	});
});
