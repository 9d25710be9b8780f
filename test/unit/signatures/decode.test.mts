import { describe, expect, it } from '@jest/globals';
import { decode } from '../../../dist/lib/signatures/decode.js';

describe('decode', () => {
	it.each([
		['hex', '', ''],
		['hex', '00ff', '00ff'],
		['hex', '00FF', '00ff'],
		['base64', 'AP8=', '00ff'],
		['base64', '+/+/', 'fbffbf'],
		['base64url', 'AP8', '00ff'],
		['base64url', '-_-_', 'fbffbf'],
	] as const)('reads %s %j as %s', (encoding, text, bytes) => {
		expect(decode(text, encoding)?.toString('hex')).toBe(bytes);
	});

	it.each([
		...(['0', '00f', '0x00', '00 ff', ' 00', '00\n', 'zz', '00fg'] as const).map((text) => [
			'hex',
			text,
		]),
		// Node reads these two as 01: it looks at the lower byte of each character.
		['hex', '\u0130\u0131'],
		['hex', '\uff10\uff11'],
		...[
			'AP8',
			'AP8==',
			'AP9=',
			'AP8= ',
			' AP8=',
			'AP\n8=',
			'-_-_',
			'A',
			'=',
			'A===',
			'AP8=AP8=',
		].map((text) => ['base64', text]),
		...['AP8=', 'AP9', '+/+/', 'A', 'AP 8', '\u0141P8'].map((text) => ['base64url', text]),
	] as Array<['hex' | 'base64' | 'base64url', string]>)('refuses as %s %j', (encoding, text) => {
		expect(decode(text, encoding)).toBeUndefined();
	});
});
