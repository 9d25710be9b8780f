import { quality } from '../commonInputs';
import { VIDEO, EITHER_VIDEO } from '../outputs';
import { atLeastOne, maxTotal, needs } from '../rules';
import { task } from '../task';
import type { Task } from '../types';
import {
	choice,
	fixed,
	flag,
	group,
	json,
	media,
	mediaList,
	negativePrompt,
	num,
	prompt,
} from '../vocabulary';
import {
	camera,
	firstFrame,
	KLING_OUTPUTS,
	lastFrame,
	length,
	longLength,
	ratio,
	shots,
	sound,
	version,
} from './klingInputs';

const GENERATE = 'video_generation';
const tailNeedsHead = needs('image_tail_url', 'image_url');
const shotLimit = maxTotal('multi_shots', 'duration', 15, 'seconds');

const classic = task(
	'kling',
	GENERATE,
	'Text or Image to Video',
	'Video from text, or from a first and a last frame',
	[
		prompt({ upfront: true, maxLength: 2500 }),
		negativePrompt({ maxLength: 2500 }),
		// docs/reference/piapi.md 2.3 conflict 8: the page types it as a string, the server refuses one (1.6).
		num('cfg_scale', 'How closely to follow the prompt', { min: 0, max: 1, default: 0.5 }),
		length,
		ratio,
		camera,
		quality(),
		version,
		firstFrame,
		lastFrame,
		sound,
	],
	{ outputs: KLING_OUTPUTS, rules: [atLeastOne('prompt', 'image_url'), tailNeedsHead] },
);

const three = task(
	'kling',
	GENERATE,
	'3.0: Text or Image to Video',
	'Video of 3 to 15 seconds, with sound and several shots if wanted',
	[
		prompt({ required: true }),
		fixed('version', '3.0'),
		quality(),
		firstFrame,
		lastFrame,
		longLength,
		ratio,
		sound,
		flag('prefer_multi_shots', 'Whether to lean towards several shots'),
		shots,
	],
	{ variant: '3.0', outputs: VIDEO, rules: [tailNeedsHead, shotLimit] },
);

const elements = task(
	'kling',
	GENERATE,
	'Elements',
	'Video from one to four reference images',
	[
		prompt({ required: true }),
		// docs/reference/piapi.md 2.3 conflict 5: `image_url` is how this family calls every other image.
		mediaList('elements', 'image', {
			what: 'One to four images',
			required: true,
			minItems: 1,
			maxItems: 4,
			entryName: 'image_url',
		}),
		negativePrompt(),
		length,
		ratio,
		quality(),
		fixed('version', '1.6'),
	],
	{ variant: 'elements', outputs: KLING_OUTPUTS },
);

const brush = task(
	'kling',
	GENERATE,
	'Motion Brush',
	'Image to video along drawn paths',
	[
		prompt({ upfront: true }),
		media('image_url', 'image', { required: true }),
		group(
			'motion_brush',
			[
				media('mask_url', 'image', { required: true, what: 'PNG mask of the same size in pixels' }),
				fixed('static_masks', [{ points: [] }]),
				json('dynamic_masks', 'Paths as Bezier points, the origin is top left', {
					required: true,
					default: '[{"points": [{"x": 0, "y": 0}, {"x": 100, "y": 100}]}]',
				}),
			],
			'What moves, and along which path',
			{ required: true },
		),
		length,
		quality(),
		version,
	],
	{ variant: 'motion-brush', outputs: KLING_OUTPUTS },
);

const omni = (name: string, label: string, description: string): Task =>
	task(
		'kling',
		'omni_video_generation',
		label,
		description,
		[
			prompt({
				upfront: true,
				description: 'What to generate, where @image_1 is the first reference image',
			}),
			fixed('version', name),
			mediaList('images', 'image', { what: 'Reference images', upfront: true }),
			media('video', 'video', { what: 'Reference video, called @video in the prompt' }),
			choice('resolution', ['720p', '1080p'], 'Height of the video'),
			longLength,
			ratio,
			sound,
			shots,
		],
		{ variant: name, outputs: VIDEO, rules: [atLeastOne('prompt', 'multi_shots'), shotLimit] },
	);

const turbo = task(
	'kling-turbo',
	GENERATE,
	'Turbo: Text or Image to Video',
	'Faster and cheaper video from text or a first frame',
	[prompt({ required: true }), length, ratio, firstFrame],
	{ outputs: EITHER_VIDEO },
);

/** The tasks of Kling that make a video from nothing. */
export const klingVideo: Task[] = [
	classic,
	three,
	elements,
	brush,
	omni('3.0', '3.0 Omni', 'Video from several references'),
	omni('o1', 'O1', 'Video from several references, with the O1 model'),
	turbo,
];
