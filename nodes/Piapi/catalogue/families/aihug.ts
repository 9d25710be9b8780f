import { VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { media } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const aihug: Family = {
	name: 'aihug',
	label: 'AI Hug',
	description: 'Two people of an image hug in a video',
	tasks: [
		task(
			'Qubico/hug-video',
			'image_to_video',
			'Image to Video',
			'Video of a hug from an image of two people',
			[media('image_url', 'image', { required: true, what: 'Image of two people' })],
			{ outputs: VIDEO_URL },
		),
	],
};
