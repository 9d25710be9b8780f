import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { chatUrls } from '../../../dist/nodes/Piapi/resources/chat/chatUrls.js';

const A = 'https://cdn.example.com/a.png';

const texts: Array<[string, string[]]> = [
	[`![image](${A})`, [A]],
	[
		`> Done ✅\n\n![a](${A} "title")\n[download](<${A}>) [b](https://cdn.example.com/b_(1).mp4)`,
		[A, 'https://cdn.example.com/b_(1).mp4'],
	],
	['read https://example.com/docs or [mail](mailto:a@example.com)', []],
	['[broken](https://', []],
	['[x](https://v.example.com/my video.mp4)', ['https://v.example.com/my%20video.mp4']],
	['<video controls src="https://v.example.com/a.mp4"></video>', ['https://v.example.com/a.mp4']],
	["<video src='https://v.example.com/a b.mp4'>", ['https://v.example.com/a%20b.mp4']],
	['<video src=https://v.example.com/a.mp4>', ['https://v.example.com/a.mp4']],
	[`<img src="${A}"> [b](https://b.example.com/)`, [A, 'https://b.example.com/']],
];

const messages: Array<[string, IDataObject, string[]]> = [
	['images', { content: 'Here', images: [{ image_url: { url: A } }] }, [A]],
	['image URLs', { content: null, images: [{ type: 'image_url', url: A }] }, [A]],
	['parts', { content: [{ type: 'text', text: `![x](${A})` }, { image_url: A }] }, [A]],
	['a video', { content: [{ type: 'video_url', video_url: { url: A } }] }, [A]],
	['data', { content: '', images: [{ image_url: { url: 'data:image/png;base64,AAAA' } }] }, []],
	['nonsense', { content: 1, images: [null, 'a', { image_url: {} }] }, []],
];

describe('chatUrls', () => {
	it.each(texts)('%j', (content, urls) => {
		expect(chatUrls({ content })).toEqual(urls);
	});

	it.each(messages)('finds what stands in %s', (_, message, urls) => {
		expect(chatUrls(message)).toEqual(urls);
	});

	it('answers for any text', () => {
		fc.assert(fc.property(fc.string(), (content) => Array.isArray(chatUrls({ content }))));
	});
});
