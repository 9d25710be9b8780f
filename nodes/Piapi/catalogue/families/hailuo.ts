import { seconds } from '../commonInputs';
import { EITHER_VIDEO } from '../outputs';
import { atLeastOne, neededFor } from '../rules';
import { task } from '../task';
import type { Family } from '../types';
import { choice, flag, media, prompt } from '../vocabulary';

const MODELS = {
	'v2.3': '2.3',
	't2v-02': '02: Text to Video',
	'i2v-02': '02: Image to Video',
	't2v-01': '01: Text to Video',
	't2v-01-director': '01 Director: Text to Video',
	'i2v-01': '01: Image to Video',
	'i2v-01-director': '01 Director: Image to Video',
	'i2v-01-live': '01 Live: Image to Video',
	's2v-01': '01: Subject to Video',
};

/**
 * Source: docs/reference/piapi.md 2.2; 2.3 conflict 1: the variant
 * goes into `input.model`, as the provider's pages and CLI say; the top-level `model` is `hailuo`.
 */
export const hailuo: Family = {
	name: 'hailuo',
	label: 'Hailuo (MiniMax)',
	description: 'Videos from text, images or a subject',
	notice: 'Hailuo runs pay-as-you-go only: choose the public service mode',
	tasks: [
		task(
			'hailuo',
			'video_generation',
			'Generate Video',
			'Video from text, an image or a subject',
			[
				choice('model', MODELS, 'Variant of the model', { required: true }),
				prompt({
					upfront: true,
					maxLength: 2000,
					description:
						'What to generate, a director takes camera moves in brackets such as [Pan left]',
				}),
				media('image_url', 'image', {
					upfront: true,
					what: 'Image for image to video, or with a face for subject to video',
				}),
				flag('expand_prompt', 'Whether to let the model enrich the prompt'),
				seconds([6, 10], { description: 'Length in seconds for 02 and 2.3, 10 not with 1080' }),
				choice('resolution', [768, 1080], 'Height of the video for 02 and 2.3'),
			],
			{
				outputs: EITHER_VIDEO,
				rules: [
					atLeastOne('prompt', 'image_url'),
					neededFor('prompt', 'model', ['t2v-01', 't2v-01-director', 't2v-02', 's2v-01']),
					neededFor('image_url', 'model', [
						...['i2v-01', 'i2v-01-live', 'i2v-01-director', 'i2v-02', 's2v-01'],
					]),
				],
			},
		),
	],
};
