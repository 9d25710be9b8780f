import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownUrls } from '../../../dist/lib/results/markdownUrls.js';

const cases: Array<[string, string[]]> = [
	['![image](https://cdn.example.com/a.png)', ['https://cdn.example.com/a.png']],
	[
		'> Done ✅\n\n![a](https://cdn.example.com/a.png "title")\n[download](<https://cdn.example.com/a.png>) [b](https://cdn.example.com/b_(1).mp4)',
		['https://cdn.example.com/a.png', 'https://cdn.example.com/b_(1).mp4'],
	],
	['read https://example.com/docs or [mail](mailto:a@example.com)', []],
	['[broken](https://', []],
];

describe('markdownUrls', () => {
	it.each(cases)('%j', (text, urls) => {
		expect(markdownUrls(text)).toEqual(urls);
	});

	it('answers for any text', () => {
		fc.assert(fc.property(fc.string(), (text) => Array.isArray(markdownUrls(text))));
	});
});
