import type { Input } from './types';
import { choice, int, text } from './vocabulary';

type More = Partial<Omit<Input, 'name' | 'type'>>;

export const aspectRatio = (ratios: string[], more: More = {}): Input =>
	choice('aspect_ratio', ratios, 'Width to height', more);

/** How long the result is to be, as one of a few values. */
export const seconds = (values: number[], more: More = {}): Input =>
	choice('duration', values, 'Length in seconds', more);

export const seed = (random: number): Input =>
	int('seed', `Number that makes a run repeatable, ${random} is random`, { default: random });

export const originTask = (more: More = {}): Input =>
	text('origin_task_id', 'The task ID of the earlier task', {
		placeholder: 'e.g. 58cb41b7-556d-46c0-b82e-1e116aa1a31a',
		...more,
	});

export const quality = (): Input =>
	choice('mode', { std: 'Standard', pro: 'Professional' }, 'Quality and price class');
