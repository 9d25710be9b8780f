import { aspectRatio } from '../commonInputs';
import { VIDEO } from '../outputs';
import { needs } from '../rules';
import { task } from '../task';
import type { Family } from '../types';
import { choice, flag, media, negativePrompt, prompt } from '../vocabulary';

const inputs = [
	prompt({ required: true }),
	negativePrompt(),
	choice('duration', ['4s', '6s', '8s'], 'Length in seconds', { default: '8s' }),
	choice('resolution', ['720p', '1080p'], 'Height of the video'),
	aspectRatio(['16:9', '9:16']),
	flag('generate_audio', 'Whether to generate sound'),
	media('image_url', 'image', { what: 'First frame' }),
	media('tail_image_url', 'image', { what: 'Last frame' }),
];

const veoTask = (model: string, taskType: string, label: string) =>
	task(model, taskType, label, 'Video from text or frames', inputs, {
		outputs: VIDEO,
		rules: [needs('tail_image_url', 'image_url')],
	});

/** Source: docs/reference/piapi.md 2.2. */
export const veo: Family = {
	name: 'veo',
	label: 'Veo',
	description: 'Videos with sound from text or frames',
	tasks: [
		veoTask('veo3.1', 'veo3.1-video', 'Veo 3.1'),
		veoTask('veo3.1', 'veo3.1-video-fast', 'Veo 3.1 Fast'),
		veoTask('veo3', 'veo3-video', 'Veo 3'),
		veoTask('veo3', 'veo3-video-fast', 'Veo 3 Fast'),
	],
};
