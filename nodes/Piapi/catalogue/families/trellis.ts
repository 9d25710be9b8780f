import { seed } from '../commonInputs';
import { atLeastOne, excludes } from '../rules';
import { task } from '../task';
import type { Family } from '../types';
import { int, media, mediaList, num, prompt } from '../vocabulary';

const outputs = ['model_file', 'combined_video', 'no_background_image'];

// A third party offers 10 to 50 steps, but the provider's own example sends 7.
const steps = (name: string, what: string) =>
	int(name, `Sampling steps of the ${what}`, { min: 1, max: 50, default: 50 });
const guidance = (name: string, what: string, start: number) =>
	num(name, `How closely to follow the input in the ${what}`, {
		min: 0,
		exclusiveMin: true,
		max: 10,
		default: start,
	});

const sampling = [
	steps('ss_sampling_steps', 'structure'),
	steps('slat_sampling_steps', 'details'),
	guidance('ss_guidance_strength', 'structure', 7.5),
	guidance('slat_guidance_strength', 'details', 3),
	seed(0),
];

/** Source: docs/reference/piapi.md 2.2. */
export const trellis: Family = {
	name: 'trellis',
	label: 'Trellis',
	description: '3D models from images or text',
	tasks: [
		task(
			'Qubico/trellis',
			'image-to-3d',
			'Image to 3D',
			'GLB model from one or more images',
			[
				media('image', 'image', {
					upfront: true,
					accepts: 'urlOrBase64',
					what: 'Image of up to 1024 x 1024 pixels',
				}),
				mediaList('images', 'image', { upfront: true, what: 'Several views instead of one image' }),
				...sampling,
			],
			{ outputs, rules: [atLeastOne('image', 'images'), excludes('image', 'images')] },
		),
		task(
			'Qubico/trellis',
			'text-to-3d',
			'Text to 3D',
			'GLB model from text',
			[prompt({ required: true, placeholder: 'e.g. A wooden rowing boat' }), ...sampling],
			{ outputs },
		),
		task(
			'Qubico/trellis2',
			'image-to-3d',
			'Trellis 2: Image to 3D',
			'GLB model from an image',
			[media('image', 'image', { required: true, accepts: 'urlOrBase64' })],
			{ outputs: ['model_file'] },
		),
	],
};
