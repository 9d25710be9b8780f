import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import amounts from '../../../dist/nodes/Pipai/amount.js';
import json from '../../../dist/nodes/Pipai/jsonText.js';

const ctx = { getNode: () => ({ name: 'PipAI' }) } as never;
const amount = (given: unknown) => amounts.amount(ctx, given, 'Capital');
const digits = fc.stringMatching(/^[1-9]\d{0,30}(\.\d{1,30})?$/);

describe('an amount', () => {
	it('keeps every digit it is given', () => {
		fc.assert(fc.property(digits, (text) => expect(amount(text)).toBe(text)));
	});

	it.each([
		[' 1250.50 ', '1250.50'],
		[1250, '1250'],
		['', ''],
		[undefined, ''],
	])('%j is sent as %j', (given, sent) => expect(amount(given)).toBe(sent));

	it.each([
		[0.1, 'is a number, and fractions lose digits: 0.1'],
		[1e21, 'is a number'],
		['1,250.50', 'must be a positive number'],
		['1e3', 'must be a positive number'],
		['-5', 'must be a positive number'],
		['0.00', 'must be a positive number'],
		['.5', 'must be a positive number'],
		[-5, 'is a number'],
		[{ a: 1 }, 'must be a positive number'],
	])('%j is refused, with the remedy', (given, why) => {
		expect(() => amount(given)).toThrow(why);
		expect(() => amount(given)).toThrow('such as 1250.50');
	});
});

describe('JSON with members kept as typed', () => {
	it('is the same object', () => {
		const members = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue());
		fc.assert(
			fc.property(members, fc.json(), (object, text) => {
				const built: unknown = JSON.parse(
					json.jsonText({ ...object, params: undefined }, { params: text }),
				);
				expect(built).toEqual(
					JSON.parse(`${JSON.stringify({ ...object, params: 0 }).slice(0, -1)},"params":${text}}`),
				);
			}),
		);
	});

	it('has the digits that were typed', () => {
		fc.assert(
			fc.property(digits, (text) => {
				expect(json.jsonText({}, { params: `{"stop":${text}}` })).toBe(
					`{"params":{"stop":${text}}}`,
				);
			}),
		);
	});

	it.each(['[1]', 'null', '{', '"x"'])('an object field refuses %s', (given) => {
		expect(() => json.objectText(ctx, given, 'Params', 0)).toThrow('"Params" is no JSON object');
	});
});
