import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDictionary } from '../../../dist/lib/signatures/messageSignature/parseDictionary.js';
import {
	isInnerList,
	serializeInnerList,
	serializeItem,
	Token,
} from '../../../dist/lib/signatures/messageSignature/structuredFields.js';

const written = (text: string) => {
	const members = parseDictionary(text);
	return (
		members &&
		[...members]
			.map(([key, member]) => {
				const value = isInnerList(member) ? serializeInnerList(member) : serializeItem(member);
				return `${key}=${value}`;
			})
			.join(', ')
	);
};

describe('parseDictionary', () => {
	it.each([
		['a=1', 'a=1'],
		['a=-999999999999999', 'a=-999999999999999'],
		['a=007', 'a=7'],
		['a', 'a=?1'],
		['a;x', 'a=?1;x'],
		['a=?0;x=?0;y=?1', 'a=?0;x=?0;y'],
		['a="" , b="q\\"\\\\ (;,="', 'a="", b="q\\"\\\\ (;,="'],
		['a=tok*/:en', 'a=tok*/:en'],
		['a=*;*b-1_.*=x', 'a=*;*b-1_.*=x'],
		['a=:aGVsbG8=:', 'a=:aGVsbG8=:'],
		['a=::', 'a=::'],
		['a=()', 'a=()'],
		['a=(  )', 'a=()'],
		['a=( "x"   1;b  y );c', 'a=("x" 1;b y);c'],
		['a=1;   b=2', 'a=1;b=2'],
		['a=1\t,\t b=2', 'a=1, b=2'],
		[
			'sig1=("@method" "date");created=1618884473;keyid="k"',
			'sig1=("@method" "date");created=1618884473;keyid="k"',
		],
	])('reads %j', (text, again) => {
		expect(written(text)).toBe(again);
	});

	it.each([
		...[
			'',
			' ',
			',',
			'a=',
			'a=1,',
			'a=1, ',
			',a=1',
			'a=1,,b=2',
			'a=1 b=2',
			'a=1;',
			'a=1; ',
			'a =1',
			'a= 1',
		],
		...['A=1', '1=1', '-a=1', 'ä=1', 'a=1 ;b', 'a=1;B', 'a=1;b=', 'a=1;b=(1)'],
		...[
			'a=1, a=2',
			'a=1;b=1;b=1',
			'a=-',
			'a=--1',
			'a=+1',
			'a=1.5',
			'a=1.',
			'a=.5',
			'a=1234567890123456',
		],
		...['a="', 'a="x', 'a="x"y', 'a="\\x"', 'a="x\\', 'a="ä"', 'a="\t"', 'a="\n"', "a='x'"],
		...['a=:', 'a=:AA', 'a=:AAA:', 'a=:A-_A:', 'a=:AB==:', 'a=:AA==', 'a=:A A=:'],
		...['a=?', 'a=?2', 'a=?true', 'a=@1618884473', 'a=%"x"'],
		...[
			'a=(',
			'a=(1',
			'a=(1 2',
			'a=)',
			'a=("x""y")',
			'a=(1,2)',
			'a=((1))',
			'a=(1\t2)',
			'a=(1))',
			'a=(1)b',
		],
		...['a=1\n', 'a=1\u0000', '\ufeffa=1', 'a=1\u00a0'],
	])('refuses %j', (text) => {
		expect(parseDictionary(text)).toBeUndefined();
	});

	it('reads every list that can be written, as it was', () => {
		const plain = fc.string({
			unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
		});
		const value = fc.oneof(
			fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
			fc.boolean(),
			plain,
			fc.uint8Array().map((bytes) => Buffer.from(bytes)),
			fc
				.stringMatching(/^[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]{0,9}$/)
				.map((name) => new Token(name)),
		);
		const parameters = fc
			.dictionary(fc.stringMatching(/^[a-z*][a-z0-9_.*-]{0,5}$/), value, { noNullPrototype: true })
			.map((entries) => new Map(Object.entries(entries)));
		const list = fc.record({ items: fc.array(fc.record({ value, parameters })), parameters });
		fc.assert(
			fc.property(list, (one) => {
				expect(parseDictionary(`sig1=${serializeInnerList(one)}`)).toEqual(
					new Map([['sig1', one]]),
				);
			}),
			{ numRuns: Number(process.env.FC_RUNS ?? 300) },
		);
	});
});
