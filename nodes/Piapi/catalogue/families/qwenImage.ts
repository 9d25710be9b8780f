import { IMAGES } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { int, media, negativePrompt, prompt } from '../vocabulary';

// docs/reference/piapi.md 2.3 conflict 2: the provider's own CLI says `Qubico/qwen-image`, two third parties `qwen-image`.
const MODEL = 'Qubico/qwen-image';

/** Source: docs/reference/piapi.md 2.2. */
export const qwenImage: Family = {
	name: 'qwen-image',
	label: 'Qwen Image',
	description: 'Images from text, and images edited by instruction',
	tasks: [
		task(
			MODEL,
			'txt2img',
			'Text to Image',
			'Image from text',
			[
				prompt({ required: true }),
				negativePrompt(),
				int('width', 'Pixels', { max: 1024, default: 1024 }),
				int('height', 'Pixels', { max: 1024, default: 1024 }),
				int('seed', 'Number that makes a run repeatable'),
				int('steps', 'Sampling steps', { default: 20 }),
			],
			{ outputs: IMAGES },
		),
		task(
			MODEL,
			'image-edit',
			'Image Edit',
			'Edit an image by instruction',
			[
				prompt({
					required: true,
					description: 'What to change',
					placeholder: 'e.g. Make it night, keep the boat',
				}),
				media('image', 'image', { required: true }),
			],
			{ outputs: IMAGES },
		),
	],
};
