import { IMAGE, VIDEO_URL } from '../outputs';
import { task } from '../task';
import type { Family, Input } from '../types';
import { media, text } from '../vocabulary';

const IMAGE_MODEL = 'Qubico/image-toolkit';
const INLINE = { required: true, accepts: 'urlOrBase64' } as const;
const LIMITS = 'under 2048 x 2048 pixels';

const faces = (name: string, where: string, more: Partial<Input>): Input =>
	text(name, `Which faces of ${where}: their positions from 0, separated by commas`, {
		placeholder: 'e.g. 0,1',
		...more,
	});

/** Source: docs/reference/piapi.md 2.2; base64 is stated for the image task (1.7). */
export const faceswap: Family = {
	name: 'faceswap',
	label: 'Faceswap',
	description: 'Faces put on other images or on a video',
	tasks: [
		task(
			IMAGE_MODEL,
			'face-swap',
			'Image',
			'Put the face of one image on another',
			[
				media('target_image', 'image', { ...INLINE, what: `Image to change, ${LIMITS}` }),
				media('swap_image', 'image', { ...INLINE, what: `Image with the new face, ${LIMITS}` }),
			],
			{ outputs: IMAGE },
		),
		task(
			IMAGE_MODEL,
			'multi-face-swap',
			'Image with Several Faces',
			'Swap chosen faces by their positions',
			[
				media('target_image', 'image', { required: true, what: 'Image to change' }),
				media('swap_image', 'image', { required: true, what: 'Image with the new faces' }),
				faces('swap_faces_index', 'the image with the new faces', { required: true }),
				faces('target_faces_index', 'the image to change', { required: true }),
			],
			{ outputs: IMAGE },
		),
		task(
			'Qubico/video-toolkit',
			'face-swap',
			'Video',
			'Put a face on a video, billed per frame',
			[
				media('target_video', 'video', { required: true, what: 'MP4 video to change' }),
				media('swap_image', 'image', { required: true, what: 'Image with the new face' }),
				faces('swap_faces_index', 'the image with the new face', { default: '0' }),
				faces('target_faces_index', 'the video', { default: '0' }),
			],
			{ outputs: VIDEO_URL },
		),
	],
};
