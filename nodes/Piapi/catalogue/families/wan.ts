import { aspectRatio, seconds } from '../commonInputs';
import { EITHER_VIDEO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { choice, flag, media, negativePrompt, prompt } from '../vocabulary';

const common = [
	prompt({ required: true }),
	negativePrompt(),
	seconds([5, 10, 15]),
	choice('resolution', ['720P', '1080P'], 'Height of the video'),
	flag('audio', 'Whether to generate sound', { default: true }),
	media('audio_url', 'audio', { what: 'Own sound' }),
	flag('prompt_extend', 'Whether to let the model enrich the prompt'),
	choice('shot_type', ['single', 'multi'], 'One shot or several'),
	flag('watermark', 'Whether to add a watermark'),
];

/** Source: docs/reference/piapi.md 2.2. */
export const wan: Family = {
	name: 'wan',
	label: 'Wan 2.6',
	description: 'Videos with sound from text or an image',
	tasks: [
		task(
			'Wan',
			'wan26-txt2video',
			'Text to Video',
			'Video with sound from text',
			[...common, aspectRatio(['16:9', '9:16', '1:1', '4:3', '3:4'])],
			{ outputs: EITHER_VIDEO },
		),
		task(
			'Wan',
			'wan26-img2video',
			'Image to Video',
			'Video with sound from an image',
			[...common, media('image', 'image', { required: true, accepts: 'urlOrBase64' })],
			{ outputs: EITHER_VIDEO },
		),
	],
};
