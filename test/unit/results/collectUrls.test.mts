import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectUrls } from '../../../dist/lib/results/collectUrls.js';
import { DISCORD_COPIES } from '../../../dist/nodes/Piapi/simplifyTask.js';

const at = (name: string) => `https://cdn.example.com/${name}`;

/** The output shapes of docs/reference/piapi.md 2.1, 3 and 4. */
const shapes: Array<[string, unknown, string[]]> = [
	['Flux, one image', { image_url: at('a.png'), image_urls: null }, ['a.png']],
	[
		'Flux, several images',
		{ image_url: '', image_urls: [at('a.png'), at('b.png')] },
		['a.png', 'b.png'],
	],
	[
		'Midjourney',
		{
			discord_image_url: at('discord.png'),
			image_url: at('grid.png'),
			image_urls: null,
			temporary_image_urls: [at('1.png'), at('2.png'), at('3.png'), at('4.png')],
			intermediate_image_urls: [at('half.webp')],
			progress: 100,
			actions: ['reroll', 'upscale1'],
			seed: '1234',
		},
		['grid.png', '1.png', '2.png', '3.png', '4.png', 'discord.png', 'half.webp'],
	],
	['Midjourney describe', { description: '1️⃣ a cat, see https://cdn.example.com/no.png' }, []],
	[
		'Kling classic',
		{
			type: 'm2v_txt2video',
			status: 99,
			works: [
				{
					status: 99,
					cover: { resource: at('cover.jpg'), height: 0 },
					video: {
						resource: at('mark.mp4'),
						resource_without_watermark: at('clean.mp4'),
						duration: 5100,
					},
				},
			],
			video_url: at('clean.mp4'),
		},
		['clean.mp4', 'mark.mp4', 'cover.jpg'],
	],
	[
		'Kling classic, whose video_url carries the watermark',
		{
			video_url: at('mark.mp4'),
			works: [{ video: { resource: at('mark.mp4'), resource_without_watermark: at('clean.mp4') } }],
		},
		['clean.mp4', 'mark.mp4'],
	],
	[
		'Kling virtual try-on',
		{
			works: [1, 2].map((n) => ({
				image: { resource: at(`mark${n}.png`), resource_without_watermark: at(`clean${n}.png`) },
			})),
		},
		['clean1.png', 'clean2.png', 'mark1.png', 'mark2.png'],
	],
	['Kling 3.0', { video: at('a.mp4') }, ['a.mp4']],
	['Hailuo, both spellings', { video: at('a.mp4'), video_url: at('a.mp4') }, ['a.mp4']],
	[
		'Luma',
		{
			thumbnail: { url: at('thumb.jpg'), width: 10 },
			last_frame: { url: at('last.jpg') },
			video: { url: at('mark.mp4') },
			video_raw: { url: at('raw.mp4') },
		},
		['raw.mp4', 'mark.mp4', 'thumb.jpg', 'last.jpg'],
	],
	[
		'Luma of 2024',
		{
			generation: {
				id: 'ab9124ef',
				prompt: at('asked.png'),
				state: 'completed',
				video: {
					url: at('mark.mp4'),
					url_no_watermark: at('clean.mp4'),
					width: 1168,
					thumbnail: '',
				},
				like: null,
			},
		},
		['clean.mp4', 'mark.mp4'],
	],
	['WanX', { video_url: at('a.mp4') }, ['a.mp4']],
	[
		'Udio',
		{
			generation_id: 'g',
			songs: [
				{ id: '1', image_path: at('1.jpg'), song_path: at('1.mp3'), lyrics: 'la', finished: true },
				{ id: '2', image_path: at('2.jpg'), song_path: at('2.mp3'), lyrics: 'la', finished: true },
			],
		},
		['1.mp3', '2.mp3', '1.jpg', '2.jpg'],
	],
	[
		'Suno',
		{
			clips: {
				'5e1f': { image_url: at('1.jpg'), audio_url: at('1.mp3'), video_url: at('1.mp4') },
				'9c2d': { image_url: at('2.jpg'), audio_url: at('2.mp3'), video_url: '' },
			},
		},
		['1.mp3', '1.mp4', '2.mp3', '1.jpg', '2.jpg'],
	],
	['F5-TTS', { audio_url: at('a.wav') }, ['a.wav']],
	[
		'Trellis',
		{ combined_video: at('turn.mp4'), model_file: at('a.glb'), no_background_image: at('cut.png') },
		['a.glb', 'turn.mp4', 'cut.png'],
	],
	[
		'camel case',
		{ previewUrl: at('p.jpg'), url: at('m.mp4'), urlWithoutWatermark: at('c.mp4') },
		['c.mp4', 'm.mp4', 'p.jpg'],
	],
	['a URL alone', at('a.png'), ['a.png']],
	[
		'an echo of the request',
		{ input: { image: at('in.png') }, webhook_url: at('hook'), video: at('a.mp4') },
		['a.mp4'],
	],
	['a watermarked result alone', { watermarked_url: at('a.mp4') }, ['a.mp4']],
	[
		'a result that is also its own thumbnail',
		{ thumbnail: at('a.png'), image_url: at('a.png'), cover: at('c.png') },
		['a.png', 'c.png'],
	],
];

const noResults: unknown[] = [
	null,
	undefined,
	7,
	'',
	'ftp://example.com/a.png',
	'see https://example.com/a.png',
	'https://example.com/a.png and more',
	'![image](https://example.com/a.png)',
	'https://',
	'data:image/png;base64,AAAA',
	{ image_url: '', images: [], video: null },
];

/** JSON as a provider could send it, with URLs under telling and untelling keys. */
const key = fc.oneof(
	fc.constantFrom(
		'url',
		'url_no_watermark',
		'video',
		'video_raw',
		'thumbnail',
		'cover',
		'image_url',
		'audio_url',
		'model_file',
		'__proto__',
		'constructor',
		'toString',
	),
	fc.string(),
);
const leaf = fc.oneof(
	fc.webUrl(),
	fc.constantFrom(at('1'), at('2'), at('3')),
	fc.string(),
	fc.integer(),
	fc.constant(null),
);
const { output } = fc.letrec((tie) => ({
	output: fc.oneof(
		{ maxDepth: 5 },
		leaf,
		fc.array(tie('output')),
		fc.dictionary(key, tie('output')),
	),
}));

/** What providers send although it is no URL as it stands. */
const untidy: Array<[string, unknown, string[]]> = [
	['a space in it', { url: at('my video.mp4') }, [at('my%20video.mp4')]],
	['spaces and a query', { url: at('my own video.mp4?sig=a') }, [at('my%20own%20video.mp4?sig=a')]],
	['no scheme', { url: '//cdn.example.com/a.png' }, [at('a.png')]],
	['JSON in a text', { resultJson: JSON.stringify({ resultUrls: [at('a.png')] }) }, [at('a.png')]],
	['JSON in JSON', { a: JSON.stringify([JSON.stringify({ b: at('a.png') })]) }, [at('a.png')]],
	['an echo in JSON', { resultJson: JSON.stringify({ input: { url: at('a.png') } }) }, []],
	['broken JSON', { resultJson: `{"url":"${at('a.png')}"` }, []],
	['a sentence', { text: `${at('a.png')} is better than b.png` }, []],
	['a question', { text: `${at('a')} or b.png?` }, []],
	['two', { text: `${at('a.png')} ${at('b.png')}` }, []],
	['a list in a sentence', { text: `${at('a')}, see b.png` }, []],
	['a comment', { text: '// see cdn.example.com/a.png' }, []],
	['a path', { text: '//a/b.png' }, []],
];

describe('collectUrls', () => {
	it.each(untidy)('knows what to do with %s', (_, output, urls) => {
		expect(collectUrls(output)).toEqual(urls);
	});

	it('puts the copies that a provider names last', () => {
		const output = { discord_image_url: at('copy.png'), image_url: at('a.png') };
		expect(collectUrls(output)).toEqual([at('copy.png'), at('a.png')]);
		expect(collectUrls(output, /^discord_/)).toEqual([at('a.png'), at('copy.png')]);
	});

	it.each(shapes)('%s', (_, shape, names) => {
		expect(collectUrls(shape, DISCORD_COPIES)).toEqual(names.map(at));
	});

	it.each(noResults)('finds nothing in %j', (shape) => {
		expect(collectUrls(shape)).toEqual([]);
	});

	it('finds each URL once and finds the same again in what it found', () => {
		fc.assert(
			fc.property(output, (shape) => {
				const urls = collectUrls(shape);
				expect(new Set(urls).size).toBe(urls.length);
				expect(collectUrls(urls)).toEqual(urls);
				for (const url of urls)
					expect(JSON.stringify(shape)).toContain(JSON.stringify(url).slice(1, -1));
			}),
			{ numRuns: 500 },
		);
	});

	it('answers for anything at all', () => {
		fc.assert(
			fc.property(
				fc.anything({
					withBigInt: true,
					withMap: true,
					withSet: true,
					withTypedArray: true,
					withNullPrototype: true,
				}),
				(shape) => {
					expect(Array.isArray(collectUrls(shape))).toBe(true);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('reads what is hidden behind the names of the prototype as data', () => {
		const shape: unknown = JSON.parse(
			`{"__proto__":{"url":"${at('a')}"},"constructor":"${at('b')}"}`,
		);
		expect(collectUrls(shape)).toEqual([at('a'), at('b')]);
		expect(collectUrls(Object.create({ url: at('inherited') }))).toEqual([]);
	});

	it('gives up on what is too deep, too long or turns in a circle', () => {
		let deep: unknown = at('deep');
		for (let level = 0; level < 100_000; level++) deep = [deep];
		expect(collectUrls([at('a'), deep])).toEqual([at('a')]);

		expect(collectUrls(Array.from({ length: 5_000 }, (_, n) => at(String(n))))).toHaveLength(1_000);

		const circle: Record<string, unknown> = { url: at('a') };
		circle.again = Array.from({ length: 100 }, () => circle);
		expect(collectUrls(circle)).toEqual([at('a')]);
	});
});
