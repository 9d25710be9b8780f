import { IMAGES } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { mediaList, prompt, text } from '../vocabulary';

const inputs = [
	prompt({ required: true }),
	text('aspect_ratio', 'Width to height', { placeholder: 'e.g. 16:9' }),
	text('size', 'Size of the image, Pro knows 1K and 2K', { placeholder: 'e.g. 2K' }),
	mediaList('image_urls', 'image', { what: 'Reference images, which Pro ignores' }),
];

const seedreamTask = (taskType: string, label: string) =>
	task('seedream', taskType, label, 'Image from text and references', inputs, { outputs: IMAGES });

/** Source: docs/reference/piapi.md 2.2; its fields are inferred, hence free text. */
export const seedream: Family = {
	name: 'seedream',
	label: 'Seedream',
	description: 'Images from text and references',
	tasks: [
		seedreamTask('seedream-5-lite', 'Seedream 5 Lite'),
		seedreamTask('seedream-5-pro', 'Seedream 5 Pro'),
	],
};
