import type { Input, Task } from './types';

type More = Pick<Task, 'outputs'> &
	Partial<Pick<Task, 'rules' | 'json'>> & {
		/** Tells tasks apart that share model and task type. */
		variant?: string;
	};

/** A task of the catalogue, its id made of model, task type and variant. */
export const task = (
	model: string,
	taskType: string,
	label: string,
	description: string,
	inputs: Input[],
	{ variant, ...more }: More,
): Task => ({
	id: [model, taskType, variant].filter(Boolean).join(':'),
	model,
	taskType,
	label,
	description,
	inputs,
	...more,
});
