import { AUDIO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { int, num, prompt, text } from '../vocabulary';

const unpublished = (taskType: string, label: string, description: string) =>
	task('Qubico/ace-step', taskType, label, description, [], {
		outputs: AUDIO,
		json: {
			hint: 'PiAPI names this task but its fields could not be found: look them up in the Ace Step pages of its documentation',
			template: {},
		},
	});

/** Source: docs/reference/piapi.md 2.2. */
export const aceStep: Family = {
	name: 'ace-step',
	label: 'Ace Step',
	description: 'Songs from a style and lyrics, and work on existing tracks',
	tasks: [
		task(
			'Qubico/ace-step',
			'txt2audio',
			'Text to Audio',
			'Song from a style and lyrics',
			[
				prompt({
					name: 'style_prompt',
					required: true,
					description: 'Style of the song',
					placeholder: 'e.g. Slow folk, male choir',
				}),
				text('lyrics', 'Lyrics of the song', { placeholder: 'e.g. [Verse] The tide is low' }),
				int('infer_step', 'Sampling steps, one client offers 30 to 100', { default: 60 }),
				num('duration', 'Length in seconds', { default: 60 }),
			],
			{ outputs: AUDIO },
		),
		unpublished('audio2audio', 'Audio to Audio', 'Song from an existing track'),
		unpublished('edit', 'Edit', 'Change an existing track'),
		unpublished('extend', 'Extend', 'Lengthen an existing track'),
	],
};
