import { aspectRatio } from '../commonInputs';
import { VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family, Input, Task } from '../types';
import { groups, media, negativePrompt, num, prompt, text } from '../vocabulary';

const fromText = [
	prompt({ required: true, maxLength: 1000 }),
	negativePrompt(),
	aspectRatio(['16:9', '1:1', '9:16']),
];
const image = media('image', 'image', { required: true, what: 'JPEG, PNG or WebP image' });

// The names of the styles are not published.
const lora = groups(
	'lora_settings',
	[
		text('lora_type', 'Style, as the provider names it', {
			required: true,
			placeholder: 'e.g. anime',
		}),
		num('lora_strength', 'How strong the style is', { min: 0, max: 2, default: 1 }),
	],
	'Styles to apply',
	{ label: 'LoRA', required: true },
);

const hunyuanTask = (taskType: string, label: string, description: string, inputs: Input[]): Task =>
	task('Qubico/hunyuan', taskType, label, description, inputs, { outputs: VIDEO_URL });

/** Source: docs/reference/piapi.md 2.2. */
export const hunyuan: Family = {
	name: 'hunyuan',
	label: 'Hunyuan Video',
	description: 'Videos from text or an image',
	tasks: [
		hunyuanTask('txt2video', 'Text to Video', 'Video from text', fromText),
		hunyuanTask('fast-txt2video', 'Fast: Text to Video', 'Video from text, faster', fromText),
		hunyuanTask('txt2video-lora', 'LoRA: Text to Video', 'Video from text in a LoRA style', [
			...fromText,
			lora,
		]),
		hunyuanTask(
			'img2video-concat',
			'Image to Video (Freer Motion)',
			'Animate an image, free to leave it',
			[...fromText, image],
		),
		hunyuanTask(
			'img2video-replace',
			'Image to Video (Faithful)',
			'Animate an image and stay close to it',
			[...fromText, image],
		),
	],
};
