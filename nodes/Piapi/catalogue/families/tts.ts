import { AUDIO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { media, prompt, text } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const tts: Family = {
	name: 'tts',
	label: 'Text to Speech (F5-TTS)',
	description: 'Speech in the voice of a sample',
	notice: 'F5-TTS runs pay-as-you-go only: choose the public service mode',
	tasks: [
		task(
			'Qubico/tts',
			'zero-shot',
			'Clone a Voice',
			'Speech in the voice of a sample',
			[
				prompt({
					name: 'gen_text',
					required: true,
					maxLength: 10000,
					label: 'Text',
					description: 'Text to speak',
					placeholder: 'e.g. Welcome to the harbour',
				}),
				media('ref_audio', 'audio', {
					required: true,
					accepts: 'urlOrBase64',
					label: 'Voice Sample',
					what: 'Sample of the voice, best 3 to 30 seconds long',
				}),
				text('ref_text', 'What is said in the sample, guessed if left out', {
					label: 'Sample Text',
					placeholder: 'e.g. The ferry leaves at nine',
				}),
			],
			{ outputs: AUDIO },
		),
	],
};
