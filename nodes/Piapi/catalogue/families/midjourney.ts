import { originTask } from '../commonInputs';
import { task } from '../task';
import type { Family, Input } from '../types';
import { choice, flag, int, media, mediaList, prompt, text } from '../vocabulary';

const IMAGES = ['image_url', 'image_urls[]', 'temporary_image_urls[]', 'discord_image_url'];

const ratio = text('aspect_ratio', 'Width to height', { default: '1:1', placeholder: 'e.g. 16:9' });
const speed = choice('process_mode', ['relax', 'fast', 'turbo'], 'Speed and price class');
const skipCheck = flag('skip_prompt_check', "Whether to skip PiAPI's check of the prompt");
const bot = int('bot_id', 'Which hosted account to use (Pro plan only)');
const origin = originTask({ required: true });
const needed = prompt({ required: true });

const index = (values: Record<string, string>, description: string): Input =>
	choice('index', { 1: 'First', 2: 'Second', 3: 'Third', 4: 'Fourth', ...values }, description, {
		label: 'Image or Method',
		required: true,
	});

const midjourneyTask = (
	taskType: string,
	label: string,
	description: string,
	inputs: Input[],
	outputs = IMAGES,
) => task('midjourney', taskType, label, description, inputs, { outputs });

/** Source: docs/reference/piapi.md 2.2, which tells of the announced end. */
export const midjourney: Family = {
	name: 'midjourney',
	label: 'Midjourney',
	description: 'Images with Midjourney, whose end the provider has announced',
	notice:
		'PiAPI has announced the end of its Midjourney service: new tasks may be refused, plan for another family',
	tasks: [
		midjourneyTask('imagine', 'Imagine', 'Create a grid of four images from a prompt', [
			needed,
			ratio,
			speed,
			skipCheck,
			bot,
		]),
		midjourneyTask(
			'upscale',
			'Upscale',
			'Pull one image out of a grid, or enlarge an upscaled one',
			[
				origin,
				index(
					{
						light: 'Light',
						beta: 'Beta',
						'2x': '2x',
						'4x': '4x',
						subtle: 'Subtle',
						creative: 'Creative',
					},
					'Image of a grid, or how to enlarge: light and beta for V4, 2x and 4x for V5, subtle and creative for V6',
				),
			],
		),
		midjourneyTask('variation', 'Variation', 'Create a variation of one image of a grid', [
			origin,
			index(
				{ high_variation: 'High Variation', low_variation: 'Low Variation' },
				'Image of a grid, or how far to vary an upscaled image of V5.2 or V6',
			),
			needed,
			ratio,
			skipCheck,
		]),
		midjourneyTask('reroll', 'Reroll', 'Run the same task again', [
			origin,
			prompt(),
			ratio,
			skipCheck,
		]),
		midjourneyTask(
			'describe',
			'Describe',
			'Suggest prompts that describe an image',
			[media('image_url', 'image', { required: true }), speed, bot],
			['description'],
		),
		midjourneyTask('seed', 'Seed', 'Get the seed of an earlier task', [origin], ['seed']),
		midjourneyTask('blend', 'Blend', 'Blend two to five images into one', [
			mediaList('image_urls', 'image', { required: true, what: 'Two to five images' }),
			choice('dimension', ['square', 'portrait', 'landscape'], 'Shape of the result'),
			speed,
			skipCheck,
		]),
		midjourneyTask('inpaint', 'Inpaint', 'Repaint a region of an upscaled image', [
			origin,
			media('mask', 'image', { required: true, what: 'Mask of the region', accepts: 'base64' }),
			needed,
			skipCheck,
		]),
		midjourneyTask('outpaint', 'Outpaint', 'Zoom out of an upscaled image', [
			origin,
			text('zoom_ratio', '1 makes it square, above 1 and up to 2 zooms out', {
				required: true,
				placeholder: 'e.g. 1.5',
			}),
			ratio,
			prompt(),
			skipCheck,
		]),
		midjourneyTask('pan', 'Pan', 'Extend an upscaled image in one direction', [
			origin,
			choice('direction', ['up', 'down', 'left', 'right'], 'Where to extend the image', {
				required: true,
			}),
			prompt(),
			skipCheck,
		]),
	],
};
