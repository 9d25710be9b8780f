import { IMAGE, VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { choice, flag, int, media, prompt, text } from '../vocabulary';

const IMAGE_MODEL = 'Qubico/image-toolkit';
const VIDEO_MODEL = 'Qubico/video-toolkit';
const image = media('image', 'image', { required: true });
const video = media('video', 'video', { required: true });

/** Source: docs/reference/piapi.md 2.2. */
export const tools: Family = {
	name: 'tools',
	label: 'Tools',
	description: 'Backgrounds removed, parts segmented, images and videos enlarged',
	tasks: [
		task(
			IMAGE_MODEL,
			'background-remove',
			'Image: Remove Background',
			'Cut out the subject of an image',
			[
				image,
				choice('rmbg_model', ['RMBG-1.4', 'RMBG-2.0', 'BEN2'], 'What to cut out with', {
					label: 'Cut-Out Model',
				}),
			],
			{ outputs: IMAGE },
		),
		task(
			IMAGE_MODEL,
			'segment',
			'Image: Segment',
			'Mask what the words name',
			[
				image,
				prompt({
					required: true,
					description: 'What to segment, separated by commas',
					placeholder: 'e.g. shirt, shoes',
				}),
				text('negative_prompt', 'What not to segment, separated by commas', {
					placeholder: 'e.g. hands',
				}),
				int('segment_factor', 'Pixels by which the edge grows, or shrinks if below 0', {
					default: -15,
				}),
			],
			{ outputs: IMAGE },
		),
		task(
			IMAGE_MODEL,
			'upscale',
			'Image: Upscale',
			'Enlarge an image with more detail',
			[
				media('image', 'image', { required: true, what: 'The image, under 10 MB' }),
				int('scale', 'Factor by which to enlarge', { min: 2, max: 10, default: 2 }),
				flag('face_enhance', 'Whether to improve faces'),
			],
			{ outputs: IMAGE },
		),
		task(VIDEO_MODEL, 'upscale', 'Video: Upscale', 'Double the resolution of a video', [video], {
			outputs: VIDEO_URL,
		}),
		task(
			VIDEO_MODEL,
			'background-remove',
			'Video: Remove Background',
			'Cut out the subject of a video',
			[video],
			{ outputs: VIDEO_URL },
		),
	],
};
