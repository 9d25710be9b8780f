import { aspectRatio } from '../commonInputs';
import { EITHER_VIDEO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { choice, int, mediaList, negativePrompt, prompt } from '../vocabulary';

const inputs = [
	prompt({
		required: true,
		description: 'What to generate, where @image1 is the first image',
	}),
	// The provider works the mode out itself and warns against sending one by habit (docs/reference/piapi.md 2.2).
	choice(
		'mode',
		{
			text_to_video: 'Text to Video',
			first_last_frames: 'First and Last Frame',
			omni_reference: 'References',
		},
		'What the files are for, told from their number if left out',
	),
	int('duration', 'Length in seconds', { min: 4, max: 15, default: 5 }),
	choice('resolution', ['480p', '720p', '1080p'], 'Height of the video, Fast goes up to 720p', {
		default: '720p',
	}),
	aspectRatio(['21:9', '16:9', '4:3', '1:1', '3:4', '9:16', 'auto'], {
		default: '16:9',
		description: 'Width to height, auto only with frames',
	}),
	mediaList('image_urls', 'image', {
		what: 'One image is the first frame, two are first and last, more are references (up to 9)',
	}),
	mediaList('video_urls', 'video', { what: 'Up to 3 reference videos' }),
	mediaList('audio_urls', 'audio', { what: 'Up to 3 reference sounds, with an image or a video' }),
	negativePrompt(),
];

const seedanceTask = (taskType: string, label: string) =>
	task('seedance', taskType, label, 'Video from text, frames or references', inputs, {
		outputs: EITHER_VIDEO,
	});

/** Source: docs/reference/piapi.md 2.2. */
export const seedance: Family = {
	name: 'seedance',
	label: 'Seedance',
	description: 'Videos from text, frames or references',
	tasks: [
		seedanceTask('seedance-2', 'Seedance 2'),
		seedanceTask('seedance-2-fast', 'Seedance 2 Fast'),
		seedanceTask('seedance-2-preview', 'Seedance 2 Preview'),
	],
};
