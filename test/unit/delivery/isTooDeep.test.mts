import { describe, expect, it } from '@jest/globals';
import { DEEPEST, isTooDeep } from '../../../dist/lib/inbound/isTooDeep.js';

const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
const long = '[{'.repeat(DEEPEST);

describe('isTooDeep', () => {
	it.each([
		['what is as deep as may be', nested(DEEPEST), false],
		['what is deeper', nested(DEEPEST + 2), true],
		['brackets beside each other', `[${'[],{},'.repeat(DEEPEST)}[]]`, false],
		['brackets in a text', JSON.stringify({ a: long, [long]: `"\\${long}` }), false],
		['brackets after such a text', `["${'x'.repeat(DEEPEST)}\\\\\\"[",${nested(DEEPEST)}]`, true],
		['what n8n could not copy', nested(200_000), true],
		['a text of nothing but escapes', JSON.stringify('"\\'.repeat(DEEPEST)), false],
	])('%s', (_what, json, isDeep) => {
		expect(isTooDeep(JSON.parse(json))).toBe(isDeep);
	});
});
