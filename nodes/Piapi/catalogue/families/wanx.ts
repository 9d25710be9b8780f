import { aspectRatio } from '../commonInputs';
import { VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family, Input, Task } from '../types';
import { choice, groups, media, negativePrompt, num, prompt } from '../vocabulary';

const MODEL = 'Qubico/wanx';

const needed = prompt({ required: true });
const image = media('image', 'image', { required: true, accepts: 'urlOrBase64' });
const ratio = aspectRatio(['16:9', '9:16']);
const fromText = [needed, negativePrompt(), ratio];

/** The provider also lists adult styles, which are left out. */
const LORAS = [
	...['ghibli', 'flat-color', 'rotation-effect', 'live-wallpaper', 'passionate-kissing'],
	...['squish-effect', 'cakeify-effect', 'singularunity-motioncraft', 'pixel-art'],
	...['super-saiyan-effect', 'inflate-effect', 'deflate-effect', 'crush-effect'],
	'particalize-effect',
];

const lora = groups(
	'lora_settings',
	[
		choice('lora_type', LORAS, 'Style', { required: true }),
		num('lora_strength', 'How strong the style is', { min: 0.1, max: 1, default: 1 }),
	],
	'Styles to apply',
	{ label: 'LoRA', required: true },
);

const MOVES = [
	...['zoom_in', 'zoom_out', 'pan_left', 'pan_right', 'pan_up', 'pan_down'],
	...['tilt_left', 'tilt_right', 'tilt_up', 'tilt_down', 'roll_clockwise', 'roll_anticlockwise'],
];

const camera = groups(
	'control_camera_settings',
	[
		choice('motion_type', MOVES, 'How the camera moves', { required: true }),
		num('motion_speed', 'How fast the camera moves', { min: 0, max: 10, default: 0.2 }),
	],
	'How the camera moves',
	{ label: 'Camera Moves', required: true },
);

const wanTask = (taskType: string, label: string, description: string, inputs: Input[]): Task =>
	task(MODEL, taskType, label, description, inputs, { outputs: VIDEO_URL });

const FROM_TEXT = 'Video from text (85 frames at 480p)';

/** Source: docs/reference/piapi.md 2.2. */
export const wanx: Family = {
	name: 'wanx',
	label: 'Wan 2.1 and 2.2 (WanX)',
	description: 'Videos from text or images, with styles, camera moves and key frames',
	tasks: [
		wanTask('txt2video-1.3b', '2.1 1.3B: Text to Video', FROM_TEXT, fromText),
		wanTask('txt2video-14b', '2.1 14B: Text to Video', FROM_TEXT, fromText),
		wanTask('wan22-txt2video-14b', '2.2 14B: Text to Video', 'Video from text at 720p', fromText),
		wanTask('img2video-14b', '2.1 14B: Image to Video', 'Animate an image', [...fromText, image]),
		wanTask('wan22-img2video-14b', '2.2 14B: Image to Video', 'Animate an image at 720p', [
			...fromText,
			image,
		]),
		wanTask('txt2video-14b-lora', 'LoRA: Text to Video', 'Video from text in a LoRA style', [
			...fromText,
			lora,
		]),
		wanTask('img2video-14b-lora', 'LoRA: Image to Video', 'Animate an image in a LoRA style', [
			needed,
			negativePrompt(),
			image,
			lora,
		]),
		{
			...wanTask(
				'img2video-14b-keyframe',
				'Key Frames',
				'Video between a first and a last image',
				[],
			),
			// docs/reference/piapi.md 2.3 conflict 4: two clients against one, so the template has their names.
			json: {
				hint: 'PiAPI has not published these fields: two clients send image and end_image, one sends first_frame and last_frame',
				template: {
					prompt: '',
					negative_prompt: '',
					image: '',
					end_image: '',
					aspect_ratio: '16:9',
				},
			},
		},
		wanTask(
			'img2video-14b-control-camera',
			'Camera Control',
			'Animate an image with camera moves',
			[needed, negativePrompt(), image, camera],
		),
	],
};
