import type { CreateOrder } from './tasks/parseCreate.mts';
import { createFileUrls, type FileUrls, type FileWish } from './files/createFileUrls.mts';

type Input = Record<string, unknown>;
type Shape = (files: FileUrls, input: Input) => unknown;

/** One row: which tasks, what their output looks like, and what it is at creation. */
interface Row {
	model: RegExp;
	taskType?: RegExp;
	when?(input: Input): boolean;
	output: Shape;
	/** Left out: null. `blank` empties the final shape. */
	created?: 'blank';
}

const images: Shape = (files) =>
	files.results === 1
		? { image_url: files.image(0), image_urls: null }
		: { image_url: '', image_urls: files.each(files.image) };

const video: Shape = (files) => ({ video: files.video(0) });
const videoUrl: Shape = (files) => ({ video_url: files.video(0) });
const audioUrl: Shape = (files) => ({ audio_url: files.audio(0) });

const midjourney: Shape = (files) => ({
	image_url: files.image(0),
	image_urls: null,
	temporary_image_urls: [1, 2, 3, 4].map((index) => files.image(index)),
	discord_image_url: files.image(5),
	actions: ['upsample1', 'variation1', 'reroll'],
	progress: 100,
});

const klingWorks: Shape = (files) => ({
	type: 'm2v_img2video',
	status: 99,
	video_url: files.video(0),
	works: files.each((index) => ({
		status: 99,
		contentType: 'video',
		video: {
			resource: files.video(index, 'watermarked'),
			resource_without_watermark: files.video(index),
			height: 720,
			width: 1280,
			duration: 5100,
		},
		cover: { resource: files.image(index, 'cover'), height: 720, width: 1280, duration: 0 },
	})),
});

const klingTryOn: Shape = (files) => ({
	type: 'mmu_img2img_aitryon',
	status: 99,
	works: files.each((index) => ({
		status: 99,
		contentType: 'image',
		image: {
			resource: files.image(index, 'watermarked'),
			resource_without_watermark: files.image(index),
		},
	})),
});

const klingSound: Shape = (files) => ({
	status: 99,
	works: files.each((index) => ({ contentType: 'audio', audio: { resource: files.audio(index) } })),
});

const luma: Shape = (files) => ({
	video: { url: files.video(0, 'watermarked'), width: 1168, height: 864 },
	video_raw: { url: files.video(0), width: 1168, height: 864 },
	last_frame: { url: files.image(0, 'last'), width: 1168, height: 864 },
	thumbnail: { url: files.image(0, 'thumbnail'), width: 1168, height: 864 },
});

const lumaOf2024: Shape = (files) => ({
	generation: {
		id: files.id,
		prompt: '',
		state: 'completed',
		video: {
			url: files.video(0, 'watermarked'),
			url_no_watermark: files.video(0),
			width: 1168,
			height: 864,
			thumbnail: '',
		},
		like: null,
		estimate_wait_seconds: null,
	},
});

const udio: Shape = (files) => ({
	generation_id: files.id,
	songs: files.each((index) => ({
		id: `${files.id}-${index}`,
		title: 'A song of the sandbox',
		song_path: files.audio(index),
		image_path: files.image(index, 'cover'),
		lyrics: '[Instrumental]',
		duration: 32.76,
		tags: ['sandbox'],
		finished: true,
		error_code: null,
		error_type: null,
	})),
});

const suno: Shape = (files) => ({
	clips: Object.fromEntries(
		files.each((index) => [
			`${files.id}-${index}`,
			{
				id: `${files.id}-${index}`,
				audio_url: files.audio(index),
				video_url: files.video(index),
				image_url: files.image(index, 'cover'),
			},
		]),
	),
});

const trellis: Shape = (files) => ({
	model_file: files.model(0),
	combined_video: files.video(0),
	no_background_image: files.image(0, 'cutout'),
});

const isKling3 = ({ version }: Input) => String(version ?? '').startsWith('3');
const isLumaOf2024 = (input: Input) => 'expand_prompt' in input || 'user_prompt' in input;

/** Where each family puts its results (docs/reference/piapi.md 2.1); the first row that fits counts. */
const rows: Row[] = [
	{
		model: /^midjourney$/,
		taskType: /^describe$/,
		output: () => ({ description: '1️⃣ a red pixel, minimal, flat colour --ar 1:1' }),
	},
	{ model: /^midjourney$/, taskType: /^seed$/, output: () => ({ seed: '4242424242' }) },
	{ model: /^midjourney$/, output: midjourney, created: 'blank' },
	{ model: /^kling$/, taskType: /^ai_try_on$/, output: klingTryOn, created: 'blank' },
	{ model: /^kling$/, taskType: /^sound$/, output: klingSound, created: 'blank' },
	{ model: /^kling$/, taskType: /^omni/, output: video, created: 'blank' },
	{ model: /^kling$/, when: isKling3, output: video, created: 'blank' },
	{ model: /^kling$/, output: klingWorks, created: 'blank' },
	{ model: /^luma$/, when: isLumaOf2024, output: lumaOf2024, created: 'blank' },
	{ model: /^luma$/, output: luma, created: 'blank' },
	{
		model: /^(kling-turbo|hailuo|veo3(\.1)?|seedance|omni-human)$/,
		output: video,
		created: 'blank',
	},
	{ model: /^(Wan|sora2)$/, output: videoUrl, created: 'blank' },
	{
		model: /^Qubico\/(wanx|skyreels|hunyuan|framepack|hug-video|video-toolkit)$/,
		output: videoUrl,
	},
	{
		model: /^music-u$/,
		taskType: /^generate_lyrics$/,
		output: () => ({ title: 'A song of the sandbox', lyrics: '[Verse]\nOne red pixel' }),
	},
	{ model: /^music-u$/, output: udio, created: 'blank' },
	{ model: /^music-s$/, output: suno, created: 'blank' },
	{ model: /^(Qubico\/(mmaudio|diffrhythm|tts|ace-step)|byteaudio)$/, output: audioUrl },
	{ model: /^Qubico\/trellis$/, output: trellis },
	{ model: /^Qubico\/(trellis2|pixal3d)$/, output: (files) => ({ model_file: files.model(0) }) },
	{ model: /^Qubico\/joycaption$/, output: () => ({ text: 'A single red pixel.' }) },
	{ model: /./, output: images },
];

/** Empties a shape the way the provider's skeletons are: '' and 0, null for what is deeper. */
function blank(value: unknown, deep = false): unknown {
	if (typeof value === 'string') return '';
	if (typeof value === 'number') return 0;
	if (deep || Array.isArray(value) || typeof value !== 'object' || value === null) return null;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, blank(each, true)]));
}

/** The output of a task when it completes, and what stands there until then. */
export function outputOf(
	{ model, taskType, input }: Pick<CreateOrder, 'model' | 'taskType' | 'input'>,
	wish: FileWish,
): { output: unknown; skeleton: unknown } {
	const row = rows.find(
		(each) =>
			each.model.test(model) &&
			(each.taskType?.test(taskType) ?? true) &&
			(each.when?.(input) ?? true),
	);
	const files = createFileUrls({ ...wish, results: wish.results ?? Number(input.batch_size ?? 1) });
	const output = row?.output(files, input);
	return { output, skeleton: row?.created === 'blank' ? blank(output) : null };
}
