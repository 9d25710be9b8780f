import { seed } from '../commonInputs';
import { IMAGE, IMAGES } from '../outputs';
import { maxArea } from '../rules';
import { task } from '../task';
import type { Family, Input, Task } from '../types';
import {
	choice,
	fixed,
	flag,
	groups,
	int,
	media,
	negativePrompt,
	num,
	prompt,
} from '../vocabulary';
import { FLUX_LORAS } from './fluxLoras';

const ADVANCED = 'Qubico/flux1-dev-advanced';

// docs/reference/piapi.md 2.3 conflict 6: the provider's pages say `image`; `image_url` is one third party's spelling.
const image = media('image', 'image', { required: true, what: 'Source image' });
const width = int('width', 'Pixels, width times height may not exceed 1048576', {
	default: 1024,
});
const height = int('height', 'Pixels, width times height may not exceed 1048576', {
	default: 1024,
});
const steps = int('steps', 'Sampling steps, 0 is the default of the model', {
	min: 0,
	max: 40,
	default: 0,
});
const guidance = num('guidance_scale', 'How closely to follow the prompt', {
	min: 1.5,
	max: 5,
	default: 3.5,
});
const denoise = num('denoise', 'Share of the source image that is redrawn', {
	min: 0,
	exclusiveMin: true,
	max: 1,
	default: 0.7,
});
const batch = int('batch_size', 'Number of images, each is billed (works with Schnell only)', {
	min: 1,
	max: 4,
	default: 1,
});

const lora = (required: boolean): Input =>
	groups(
		'lora_settings',
		[
			choice('lora_type', FLUX_LORAS, 'Style', { required: true }),
			num('lora_strength', 'How strong the style is', { min: 0.1, max: 1, default: 1 }),
		],
		'Style to apply, one at most',
		{ label: 'LoRA', required, maxItems: 1 },
	);

const controlNet = groups(
	'control_net_settings',
	[
		// `hed` is listed by the provider's own MCP server only.
		choice(
			'control_type',
			{ canny: 'Canny', depth: 'Depth', hed: 'HED', openpose: 'OpenPose', soft_edge: 'Soft Edge' },
			'What to take from the control image',
			{ required: true },
		),
		media('control_image', 'image', { what: 'Control image' }),
		num('control_strength', 'How closely to follow the control image', { default: 0.5 }),
		flag(
			'return_preprocessed_image',
			'Whether to return the image computed from the control image too',
		),
	],
	'What guides the picture, exactly one',
	{ label: 'ControlNet', required: true, maxItems: 1 },
);

const margin = (side: string) =>
	int(`outpaint_${side}`, `Pixels to add (${side})`, { min: 0, default: 0 });
const canvas = groups(
	'custom_settings',
	[
		fixed('setting_type', 'outpaint'),
		margin('left'),
		margin('right'),
		margin('top'),
		margin('bottom'),
	],
	'How far to extend each side, less than 1024 x 1024 pixels in all',
	{ label: 'Canvas', required: true, maxItems: 1 },
);

const needed = prompt({ required: true });
const fromText = [needed, negativePrompt(), width, height, steps, guidance];
const fromImage = [needed, image, negativePrompt(), denoise, guidance, steps];

const fluxTask = (
	model: string,
	taskType: string,
	label: string,
	description: string,
	inputs: Input[],
	outputs = IMAGES,
): Task =>
	task(model, taskType, label, description, inputs, {
		outputs,
		rules: inputs.includes(width) ? [maxArea('width', 'height', 1048576)] : [],
	});

const basic = (model: string, name: string): Task[] => [
	fluxTask(model, 'txt2img', `${name}: Text to Image`, 'Image from a text prompt', [
		...fromText,
		batch,
	]),
	fluxTask(model, 'img2img', `${name}: Image to Image`, 'Redraw an image under a prompt', [
		...fromImage,
		batch,
	]),
];

/** Source: docs/reference/piapi.md 2.1 and 2.2. */
export const flux: Family = {
	name: 'flux',
	label: 'Flux',
	description:
		'Images from text or images, with styles, control images, inpainting and outpainting',
	tasks: [
		...basic('Qubico/flux1-schnell', 'Schnell'),
		...basic('Qubico/flux1-dev', 'Dev'),
		...basic(ADVANCED, 'Dev Advanced'),
		fluxTask(ADVANCED, 'txt2img-lora', 'LoRA: Text to Image', 'Image from text in one LoRA style', [
			...fromText,
			lora(true),
		]),
		fluxTask(
			ADVANCED,
			'img2img-lora',
			'LoRA: Image to Image',
			'Redraw an image in one LoRA style',
			[...fromImage, lora(true)],
		),
		fluxTask(
			ADVANCED,
			'controlnet-lora',
			'ControlNet',
			'Guided by a control image, in one LoRA style or none',
			[...fromText, controlNet, lora(false)],
		),
		fluxTask(
			ADVANCED,
			'fill-inpaint',
			'Fill: Inpaint',
			'Repaint the area of an image that is masked in white',
			[
				needed,
				media('image', 'image', {
					required: true,
					what: 'Image with the area to repaint in white',
				}),
				...fromImage.slice(2),
			],
		),
		fluxTask(ADVANCED, 'fill-outpaint', 'Fill: Outpaint', 'Extend the canvas of an image', [
			...fromImage,
			canvas,
		]),
		fluxTask(ADVANCED, 'redux-variation', 'Redux: Variation', 'Variation of an image', [
			...fromImage,
			width,
			height,
		]),
		fluxTask(
			ADVANCED,
			'kontext',
			'Kontext: Edit',
			'Edit an image by instruction',
			[
				needed,
				media('image', 'image', { required: true, what: 'Source image, under 10 MB' }),
				int('width', 'Pixels', { default: 1024 }),
				int('height', 'Pixels', { default: 1024 }),
				seed(-1),
				int('steps', 'Sampling steps', { min: 0, max: 40, default: 28 }),
			],
			IMAGE,
		),
	],
};
