import { describe, expect, it } from '@jest/globals';
import { collectUrls } from '../../../dist/lib/results/collectUrls.js';
import { fileName } from '../../../dist/lib/results/fileName.js';
import { readMedia } from '../../../dist/nodes/Piapi/catalogue/values/readMedia.js';
import { chatUrls } from '../../../dist/nodes/Piapi/resources/chat/chatUrls.js';

const LARGE = 15_000_000;

describe('texts as large as n8n lets in', () => {
	it('are no result URL', () => {
		expect(collectUrls({ image_url: `https://img.example/${'a'.repeat(LARGE)}` })).toEqual([]);
	});

	it.each([
		['a key', { [`b_raw${'_'.repeat(1_000_000)}a`]: 'https://img.example.com/a.png' }],
		['many spaces', { url: `https://img.example.com/a${' '.repeat(8_000)}b.png` }],
	])('are as quick in %s as in a short one', (_, output) => {
		expect(collectUrls(output)).toHaveLength(1);
	});

	it('are as quick in the name of a file', () => {
		const name = `a${'. '.repeat(500_000)}b`;
		expect(fileName('https://img.example.com/', `attachment; filename="${name}"`, '')).toMatch(
			/^a/,
		);
	});

	it.each([
		'](',
		'](https://a.example.com/',
		'src="',
		"src='",
		'](https://a.example.com/(',
		'=?a?b?',
	])('are as quick in a chat answer of many %j', (piece) => {
		expect(Array.isArray(chatUrls({ content: piece.repeat(50_000) }))).toBe(true);
	});

	it('are inline data where a file may be inlined', () => {
		const media = { kind: 'image', accepts: 'urlOrBase64' } as const;
		const input = {
			name: 'image',
			type: 'string',
			label: 'Image',
			description: '',
			role: 'media',
			media,
		} as const;
		const text = 'QUJD'.repeat(LARGE / 4);
		expect(readMedia(input, text)).toEqual({ value: text });
	});
});
