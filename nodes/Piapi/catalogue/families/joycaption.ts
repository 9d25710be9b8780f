import { task } from '../task';
import type { Family } from '../types';
import { media } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2; the result is text under a name that is not published. */
export const joycaption: Family = {
	name: 'joycaption',
	label: 'Joycaption',
	description: 'Captions and tags from an image',
	tasks: [
		task(
			'Qubico/joycaption',
			'joycaption-beta-one',
			'Caption (Beta One)',
			'Caption or tags from an image',
			[media('image', 'image', { required: true })],
			{ outputs: [] },
		),
	],
};
