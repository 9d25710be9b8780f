import { task } from '../task';
import type { Family } from '../types';
import { media } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const pixal3d: Family = {
	name: 'pixal3d',
	label: 'Pixal3D',
	description: '3D models from an image',
	tasks: [
		task(
			'Qubico/pixal3d',
			'image-to-3d',
			'Image to 3D',
			'3D model from an image',
			[media('image', 'image', { required: true })],
			{ outputs: ['model_file'] },
		),
	],
};
