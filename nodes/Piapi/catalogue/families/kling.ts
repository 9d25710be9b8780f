import { originTask, quality, seconds } from '../commonInputs';
import { atLeastOne, excludes, neededFor } from '../rules';
import { task } from '../task';
import type { Family } from '../types';
import { choice, flag, int, media, num, prompt, text } from '../vocabulary';
import { KLING_OUTPUTS } from './klingInputs';
import { klingVideo } from './klingVideo';

const outputs = KLING_OUTPUTS;

// The provider's page prints this list without separators: the names after `expansion` were parted by hand.
const EFFECTS = [
	...['squish', 'expansion', 'jellycat_oversea', 'spinoff', 'rocket', 'hearting', 'fighting'],
	...['kissing', 'hugging', 'figure', 'vstack', 'birthday', 'water', 'surfing'],
];
const EFFECTS_WITH_PROMPT = [
	...['rocket', 'hearting', 'fighting', 'kissing', 'hugging', 'birthday', 'water'],
];

const PRESETS = {
	'Cute Baby Dance': 'Cute Baby Dance',
	Nezha: 'Nezha',
	'Heart Gesture Dance': 'Heart Gesture Dance',
	'Motorcycle Dance': 'Motorcycle Dance',
	'Subject 3 Dance': 'Subject 3 Dance',
	'Ghost Step Dance': 'Ghost Step Dance',
	'Martial Arts': 'Martial Arts',
	Running: 'Running',
	Poping: 'Popping',
};

const image = media('image_url', 'image', { required: true });
const speech = media('local_dubbing_url', 'audio', { label: 'Audio URL', upfront: true });

/** Source: docs/reference/piapi.md 2.2. */
export const kling: Family = {
	name: 'kling',
	label: 'Kling',
	description: 'Videos from text, images or references, with effects, lip sync, sound and try-on',
	tasks: [
		...klingVideo,
		task(
			'kling',
			'extend_video',
			'Extend',
			'Lengthen an earlier Kling video',
			[originTask({ required: true }), prompt()],
			{ outputs },
		),
		task(
			'kling',
			'lip_sync',
			'Lip Sync',
			'Make the mouth of a video follow speech',
			[
				originTask({ upfront: true, description: 'The task ID of the Kling video' }),
				media('video_url', 'video', { upfront: true, what: 'Another video' }),
				text('tts_text', 'Text to speak, ignored where there is audio', {
					upfront: true,
					label: 'Speech Text',
					placeholder: 'e.g. Welcome to the harbour',
				}),
				{
					...speech,
					description: `${speech.description} (MP3, WAV, FLAC or OGG, under 20 MB and 60 seconds)`,
				},
				text('tts_timbre', 'Name of the voice', { label: 'Voice', placeholder: 'e.g. Rock' }),
				num('tts_speed', 'Speed of the speech', {
					label: 'Speech Speed',
					min: 0.8,
					max: 2,
					default: 1,
				}),
			],
			{
				outputs,
				rules: [
					atLeastOne('origin_task_id', 'video_url'),
					atLeastOne('tts_text', 'local_dubbing_url'),
				],
			},
		),
		task(
			'kling',
			'effects',
			'Effects',
			'Preset effect on an image',
			[
				image,
				choice('effect', EFFECTS, 'Name of the effect', { required: true }),
				prompt({
					upfront: true,
					description: `What to generate, needed for ${EFFECTS_WITH_PROMPT.join(', ')}`,
				}),
				flag('professional_mode', 'Whether to use the professional quality'),
			],
			{ outputs, rules: [neededFor('prompt', 'effect', EFFECTS_WITH_PROMPT)] },
		),
		task(
			'kling',
			'ai_try_on',
			'Virtual Try-On',
			'Dress a person in garments',
			[
				media('model_input', 'image', {
					required: true,
					label: 'Person',
					what: 'Image of the person',
				}),
				media('dress_input', 'image', {
					upfront: true,
					label: 'Dress',
					what: 'Image of a garment for the whole body',
				}),
				media('upper_input', 'image', {
					upfront: true,
					label: 'Upper Garment',
					what: 'Image of an upper garment',
				}),
				media('lower_input', 'image', {
					upfront: true,
					label: 'Lower Garment',
					what: 'Image of a lower garment',
				}),
				int('batch_size', 'Number of images', { min: 1, max: 4, default: 1 }),
			],
			{
				outputs: ['works[].image.resource_without_watermark', 'works[].image.resource'],
				rules: [
					atLeastOne('dress_input', 'upper_input', 'lower_input'),
					excludes('dress_input', 'upper_input', 'lower_input'),
				],
			},
		),
		task(
			'kling',
			'sound',
			'Sound',
			'Four sound effects from text, or for an earlier video',
			[
				prompt({ upfront: true, placeholder: 'e.g. Waves against a wooden pier' }),
				originTask({ upfront: true, description: 'The task ID of the Kling video to score' }),
				seconds([5, 10], { default: 10 }),
			],
			{ outputs: ['works[]'], rules: [atLeastOne('prompt', 'origin_task_id')] },
		),
		task(
			'kling',
			'avatar',
			'Avatar',
			'Talking head from an image and audio',
			[
				image,
				{ ...speech, required: true },
				prompt(),
				quality(),
				int('batch_size', 'Number of results', { default: 1 }),
			],
			{ outputs },
		),
		task(
			'kling',
			'motion_control',
			'Motion Control',
			'Drive an image with the motion of a video',
			[
				image,
				media('video_url', 'video', {
					upfront: true,
					what: 'Video with the motion, if no preset is chosen',
				}),
				choice('preset_motion', PRESETS, 'Motion to use instead of a video'),
				choice('motion_direction', ['video', 'image'], 'Whose orientation to keep'),
				flag('keep_original_sound', 'Whether to keep the sound of the motion video'),
				quality(),
				choice('version', ['2.6'], 'Version of the model'),
			],
			{ outputs, rules: [atLeastOne('video_url', 'preset_motion')] },
		),
	],
};
