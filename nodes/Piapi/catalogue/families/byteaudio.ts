import { task } from '../task';
import type { Family } from '../types';

/** Source: docs/reference/piapi.md 2.2. */
export const byteaudio: Family = {
	name: 'byteaudio',
	label: 'ByteDance Audio',
	description: 'Audio with the Seed Audio model',
	tasks: [
		task('byteaudio', 'seed-audio-1.0', 'Seed Audio 1.0', 'Audio with the Seed Audio model', [], {
			outputs: [],
			json: {
				hint: "PiAPI's command line names this task but its fields could not be found: look them up in its documentation",
				template: {},
			},
		}),
	],
};
