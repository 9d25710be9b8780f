import { IMAGES } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { int, negativePrompt, prompt } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const zImage: Family = {
	name: 'z-image',
	label: 'Z-Image',
	description: 'Images from text',
	tasks: [
		task(
			'Qubico/z-image',
			'txt2img',
			'Text to Image',
			'Image from text',
			[
				prompt({ required: true }),
				negativePrompt(),
				int('width', 'Pixels', { default: 1024 }),
				int('height', 'Pixels', { default: 1024 }),
				int('seed', 'Number that makes a run repeatable'),
			],
			{ outputs: IMAGES },
		),
	],
};
