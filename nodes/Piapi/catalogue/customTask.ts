import type { Task } from './types';

/** A task the catalogue does not know: any model and task type, its `input` given as JSON. */
export function customTask(model: string, taskType: string): Task {
	return {
		id: `${model}:${taskType}`,
		model,
		taskType,
		label: 'Custom',
		description: '',
		inputs: [],
		outputs: [],
		json: { hint: '', template: {} },
	};
}
