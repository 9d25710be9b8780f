import { aspectRatio } from '../commonInputs';
import { IMAGES } from '../outputs';
import { task } from '../task';
import type { Family, Input } from '../types';
import { choice, mediaList, prompt } from '../vocabulary';

const RATIOS = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '5:4', '4:5'];

const common = [
	prompt({ required: true }),
	mediaList('image_urls', 'image', { what: 'Images to edit, up to 14 for Nano Banana Pro' }),
	choice('output_format', { png: 'PNG', jpeg: 'JPEG' }, 'Type of the file'),
	aspectRatio(RATIOS),
];
const bananas = [
	...common,
	choice('resolution', ['1K', '2K', '4K'], 'Size of the image'),
	choice('safety_level', ['high', 'medium', 'low'], 'How much is refused'),
];

const geminiTask = (taskType: string, label: string, inputs: Input[]) =>
	task('gemini', taskType, label, 'Image from text, images or both', inputs, { outputs: IMAGES });

/** Source: docs/reference/piapi.md 2.2. */
export const gemini: Family = {
	name: 'gemini',
	label: 'Gemini (Nano Banana)',
	description: 'Images from text, images or both',
	tasks: [
		geminiTask('gemini-2.5-flash-image', 'Gemini 2.5 Flash Image (Nano Banana)', common),
		geminiTask('nano-banana-pro', 'Nano Banana Pro', bananas),
		geminiTask('nano-banana-2', 'Nano Banana 2', bananas),
	],
};
