import { AUDIO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { media, prompt, text } from '../vocabulary';

const inputs = [
	prompt({
		name: 'style_prompt',
		required: true,
		description: 'Style of the song',
		placeholder: 'e.g. Slow folk, male choir',
	}),
	text('lyrics', 'Lyrics with a time in front of each line', {
		placeholder: 'e.g. [00:10.00] The tide is low',
	}),
	media('style_audio', 'audio', { what: 'Audio with the style', accepts: 'urlOrBase64' }),
];

/** Source: docs/reference/piapi.md 2.2. */
export const diffrhythm: Family = {
	name: 'diffrhythm',
	label: 'DiffRhythm',
	description: 'Songs from a style and timed lyrics',
	tasks: [
		task(
			'Qubico/diffrhythm',
			'txt2audio-base',
			'Base (About 1.5 Minutes)',
			'Song from a style and timed lyrics',
			inputs,
			{ outputs: AUDIO },
		),
		task(
			'Qubico/diffrhythm',
			'txt2audio-full',
			'Full (About 4.75 Minutes)',
			'Long song from a style and timed lyrics',
			inputs,
			{ outputs: AUDIO },
		),
	],
};
