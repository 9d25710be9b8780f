import { aspectRatio, seconds } from '../commonInputs';
import { task } from '../task';
import type { Family } from '../types';
import { choice, fixed, flag, group, inline, media, prompt } from '../vocabulary';

const ratio = aspectRatio(['16:9', '9:16', '1:1', '4:3', '3:4', '21:9', '9:21']);
const MODELS = { 'ray-v2': 'Ray 2', 'ray-v1': 'Ray 1' };

/**
 * Source: docs/reference/piapi.md 2.2. The provider changed the fields twice
 * (docs/reference/piapi.md 2.2): the newest are used, the older ones left out.
 */
export const luma: Family = {
	name: 'luma',
	label: 'Luma Dream Machine',
	description: 'Videos from text or frames',
	tasks: [
		task(
			'luma',
			'video_generation',
			'Generate Video',
			'Video from text, a first or a last frame',
			[
				prompt({ required: true }),
				choice('model', MODELS, 'Version of the model'),
				seconds([5, 10], { description: 'Length in seconds, 10 may work for text to video only' }),
				ratio,
				media('start_image', 'image', { what: 'First frame' }),
				media('end_image', 'image', { what: 'Last frame' }),
				flag('loop', 'Whether the end leads back to the start'),
			],
			{
				outputs: [
					...['video_raw.url', 'video.url', 'last_frame.url', 'thumbnail.url'],
					'generation.video.url_no_watermark',
				],
			},
		),
		task(
			'luma',
			'extend_video',
			'Extend Video',
			'Lengthen a video',
			[
				prompt({ required: true }),
				group(
					'key_frames',
					[inline('frame0', [fixed('type', 'video'), media('url', 'video', { required: true })])],
					'The video to lengthen',
					{ label: 'Source', required: true },
				),
				choice('model_name', MODELS, 'Version of the model', { label: 'Model' }),
				ratio,
			],
			{ outputs: ['video_raw.url', 'video.url'] },
		),
	],
};
