import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commaList } from '../../../dist/lib/text.js';
import { isWanted } from '../../../dist/lib/delivery/isWanted.js';

/** Few characters, so that pieces come again and overlap. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '.') });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*') });

it('means the same as the regular expression', () => {
	fc.assert(
		fc.property(pattern, text, (wanted, type) => {
			const expression = new RegExp(
				`^${wanted.replaceAll('.', '\\.').replaceAll('*', '.*')}$`,
				's',
			);
			expect(isWanted([wanted], type)).toBe(expression.test(type));
		}),
		{ numRuns: 2_000 },
	);
});

it('asks for what one of its patterns asks for, and without any for nothing', () => {
	fc.assert(
		fc.property(fc.array(pattern), text, (wanted, type) => {
			expect(isWanted(wanted, type)).toBe(wanted.some((one) => isWanted([one], type)));
		}),
	);
});

it.each([
	['a, b.* ,', ['a', 'b.*']],
	[
		['a', ' b '],
		['a', 'b'],
	],
	['*', ['*']],
	['', []],
	[5, ['5']],
	[undefined, []],
	[null, []],
])('reads %j as %j', (events, patterns) => {
	expect(commaList(events)).toEqual(patterns);
});
