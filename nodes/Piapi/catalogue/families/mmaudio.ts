import { seed } from '../commonInputs';
import { task } from '../task';
import type { Family } from '../types';
import { int, media, negativePrompt, prompt } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const mmaudio: Family = {
	name: 'mmaudio',
	label: 'MMAudio',
	description: 'Sound for a silent video',
	tasks: [
		task(
			'Qubico/mmaudio',
			'video2audio',
			'Video to Audio',
			'Soundtrack for a silent video',
			[
				prompt({ required: true, placeholder: 'e.g. Waves against a wooden pier' }),
				media('video', 'video', { required: true, what: 'MP4 video of up to 30 seconds' }),
				negativePrompt({ placeholder: 'e.g. music, voices' }),
				int('steps', 'Sampling steps', { min: 20, max: 50, default: 20 }),
				seed(0),
			],
			{ outputs: ['audio_url', 'video_url'] },
		),
	],
};
