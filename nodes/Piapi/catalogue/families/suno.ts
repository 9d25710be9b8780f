import { task } from '../task';
import type { Family } from '../types';
import { flag, prompt, text } from '../vocabulary';

const outputs = ['clips.*.audio_url', 'clips.*.video_url', 'clips.*.image_url'];

/** Source: docs/reference/piapi.md 2.2, which tells of the announced end. */
export const suno: Family = {
	name: 'suno',
	label: 'Suno',
	description: 'Songs with Suno, which the provider has stopped',
	notice:
		'PiAPI has stopped its Suno service: new tasks are likely to be refused, Udio is still offered',
	tasks: [
		task(
			'music-s',
			'generate_music',
			'Generate Music',
			'Song from a description',
			[
				prompt({
					required: true,
					maxLength: 3000,
					description: 'Style and subject of the song',
					placeholder: 'e.g. Slow sea shanty, male choir',
				}),
				flag('make_instrumental', 'Whether to leave out the vocals', { label: 'Instrumental' }),
			],
			{ outputs },
		),
		task(
			'music-s',
			'generate_music_custom',
			'Generate Custom Music',
			'Song from own lyrics and tags',
			[
				prompt({
					required: true,
					maxLength: 3000,
					label: 'Lyrics',
					description: 'Lyrics of the song',
					placeholder: 'e.g. [Verse] The tide is low',
				}),
				text('title', 'Title of the song', { maxLength: 80, placeholder: 'e.g. Low Tide' }),
				text('tags', 'Style, separated by commas', {
					maxLength: 200,
					placeholder: 'e.g. folk, choir',
				}),
				text('negative_tags', 'What to avoid, separated by commas', {
					maxLength: 200,
					placeholder: 'e.g. rock, drums',
				}),
			],
			{ outputs },
		),
	],
};
