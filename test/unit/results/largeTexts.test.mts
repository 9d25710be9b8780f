import { describe, expect, it } from '@jest/globals';
import { collectUrls } from '../../../dist/lib/results/collectUrls.js';
import { readMedia } from '../../../dist/nodes/Piapi/catalogue/values/readMedia.js';

const LARGE = 15_000_000;

describe('texts as large as n8n lets in', () => {
	it('are no result URL', () => {
		expect(collectUrls({ image_url: `https://img.example/${'a'.repeat(LARGE)}` })).toEqual([]);
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
