import { aspectRatio, seconds } from '../commonInputs';
import { choice, fixed, flag, group, groups, inline, int, media, prompt } from '../vocabulary';

export const KLING_OUTPUTS = [
	'video_url',
	'works[].video.resource_without_watermark',
	'works[].video.resource',
	'works[].cover.resource',
	'video',
];

export const ratio = aspectRatio(['16:9', '9:16', '1:1']);
export const length = seconds([5, 10]);
export const longLength = int('duration', 'Length in seconds, ignored with several shots', {
	min: 3,
	max: 15,
	default: 5,
});
export const sound = flag('enable_audio', 'Whether to generate sound');

export const version = choice(
	'version',
	['1.0', '1.5', '1.6', '2.0', '2.1', '2.1-master', '2.5', '2.6'],
	'Version of the model, 2.0 and 2.1-master need professional mode',
	{ default: '1.6' },
);

export const firstFrame = media('image_url', 'image', { what: 'First frame', upfront: true });
export const lastFrame = media('image_tail_url', 'image', { what: 'Last frame' });

/** Upstream allows at most 6 shots of 15 s in all (kling-3-api page). */
export const shots = groups(
	'multi_shots',
	[
		prompt({ required: true }),
		int('duration', 'Length in seconds', { min: 1, max: 14, default: 3 }),
	],
	'Up to 6 shots that replace the prompt, 15 seconds in all',
	{ label: 'Shots', maxItems: 6 },
);

const move = (name: string) => int(name, 'From -10 to 10, 0 is no move', { default: 0 });

export const camera = group(
	'camera_control',
	[
		fixed('type', 'simple'),
		inline('config', ['horizontal', 'vertical', 'pan', 'tilt', 'roll', 'zoom'].map(move)),
	],
	'How the camera moves (text to video only)',
);
