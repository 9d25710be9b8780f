import { VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { int, media, negativePrompt, prompt } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const framepack: Family = {
	name: 'framepack',
	label: 'Framepack',
	description: 'Long videos from a first and a last frame',
	tasks: [
		task(
			'Qubico/framepack',
			'img2video',
			'Image to Video',
			'Video of 10 to 30 seconds from a first frame and maybe a last one',
			[
				prompt({ required: true }),
				media('start_image', 'image', { required: true, what: 'First frame' }),
				media('end_image', 'image', { what: 'Last frame' }),
				negativePrompt(),
				int('duration', 'Length in seconds', { min: 10, max: 30, default: 10 }),
			],
			{ outputs: VIDEO_URL },
		),
	],
};
