import { EITHER_VIDEO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { flag, media, prompt } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const omniHuman: Family = {
	name: 'omni-human',
	label: 'OmniHuman',
	description: 'A talking person from an image and audio',
	tasks: [
		task(
			'omni-human',
			'omni-human-1.5',
			'OmniHuman 1.5',
			'Video of a talking person from an image and audio',
			[
				media('image_url', 'image', { required: true, what: 'Image of the person' }),
				media('audio_url', 'audio', { required: true, what: 'What the person says' }),
				prompt(),
				flag('fast_mode', 'Whether to be faster at lower quality'),
			],
			{ outputs: EITHER_VIDEO },
		),
	],
};
