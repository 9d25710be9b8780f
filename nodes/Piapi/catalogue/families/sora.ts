import { aspectRatio } from '../commonInputs';
import { EITHER_VIDEO } from '../outputs';
import { task } from '../task';
import type { Family } from '../types';
import { int, media, prompt, text } from '../vocabulary';

const inputs = [
	prompt({ required: true }),
	int('duration', 'Length in seconds', { default: 10 }),
	aspectRatio(['16:9', '9:16']),
	text('resolution', 'Height of the video', { placeholder: 'e.g. 720p' }),
	media('image_url', 'image', { what: 'First frame' }),
];

const soraTask = (taskType: string, label: string) =>
	task('sora2', taskType, label, 'Video from text or an image', inputs, { outputs: EITHER_VIDEO });

/** Source: docs/reference/piapi.md 2.2. */
export const sora: Family = {
	name: 'sora',
	label: 'Sora',
	description: 'Videos from text or an image',
	tasks: [soraTask('sora2-video', 'Sora 2'), soraTask('sora2-pro-video', 'Sora 2 Pro')],
};
