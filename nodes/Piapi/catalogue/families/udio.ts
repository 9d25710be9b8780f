import { seed } from '../commonInputs';
import { neededFor, needs } from '../rules';
import { task } from '../task';
import type { Family } from '../types';
import { choice, num, prompt, text } from '../vocabulary';

/** Source: docs/reference/piapi.md 2.2. */
export const udio: Family = {
	name: 'udio',
	label: 'Udio',
	description: 'Songs and lyrics',
	tasks: [
		task(
			'music-u',
			'generate_music',
			'Generate Music',
			'Two songs from a description, with own lyrics, made-up ones or none, or as the continuation of a song',
			[
				prompt({
					name: 'gpt_description_prompt',
					upfront: true,
					label: 'Description',
					description: 'Style and subject of the song',
					placeholder: 'e.g. Slow sea shanty, male choir',
				}),
				choice(
					'lyrics_type',
					{ generate: 'Made Up', user: 'Own', instrumental: 'None (Instrumental)' },
					'Where the lyrics come from',
					{ required: true, label: 'Lyrics' },
				),
				// docs/reference/piapi.md 2.3 conflict 3: the newer page says `lyrics`, the older one `prompt`.
				text('lyrics', 'What is sung, if the lyrics are your own', {
					upfront: true,
					label: 'Own Lyrics',
					placeholder: 'e.g. [Verse] The tide is low',
				}),
				text('negative_tags', 'What to avoid, separated by commas', {
					placeholder: 'e.g. rock, drums',
				}),
				text('title', 'Title of the song', { placeholder: 'e.g. Low Tide' }),
				seed(-1),
				text('continue_song_id', 'The ID of the song to continue by 32 seconds', {
					placeholder: 'e.g. 3f8c2a1e-6a55-4d3b-9d0e-2a6d1c1f7b90',
				}),
				num('continue_at', 'Second of the song from which to continue'),
			],
			{
				outputs: ['songs[].song_path', 'songs[].image_path'],
				rules: [
					neededFor('gpt_description_prompt', 'lyrics_type', ['generate', 'instrumental']),
					neededFor('lyrics', 'lyrics_type', ['user']),
					needs('continue_at', 'continue_song_id'),
				],
			},
		),
		task(
			'music-u',
			'generate_lyrics',
			'Generate Lyrics',
			'Lyrics from a topic',
			[
				prompt({
					required: true,
					description: 'What the lyrics are about',
					placeholder: 'e.g. A lighthouse keeper in winter',
				}),
			],
			{ outputs: [] },
		),
	],
};
