import { aspectRatio } from '../commonInputs';
import { VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { media, negativePrompt, num, prompt } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const skyreels: Family = {
	name: 'skyreels',
	label: 'Skyreels',
	description: 'Videos of people from an image',
	tasks: [
		task(
			'Qubico/skyreels',
			'img2video',
			'Image to Video',
			'Animate an image of people',
			[
				prompt({ required: true }),
				media('image', 'image', {
					required: true,
					accepts: 'urlOrBase64',
					what: 'JPG, PNG or WebP image of up to 10 MB',
				}),
				negativePrompt(),
				aspectRatio(['16:9', '9:16', '1:1']),
				num('guidance_scale', 'How closely to follow the prompt', {
					min: 0,
					exclusiveMin: true,
					max: 10,
					default: 3.5,
				}),
			],
			{ outputs: VIDEO_URL },
		),
	],
};
