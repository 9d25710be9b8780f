import type { IDataObject } from 'n8n-workflow';
import { parameterName } from './parameterName';
import type { Task } from './types';

/**
 * What the user has filled in for a task, flat: the fields in front and the additional ones.
 * `read` answers a node parameter (null where the form does not have it).
 */
export function taskValues(task: Task, read: (name: string) => unknown): IDataObject {
	if (task.json) return { input: read('input') as IDataObject[string] };
	const additional = read('additionalFields');
	const values: IDataObject = { ...(typeof additional === 'object' ? additional : {}) };
	for (const { name, required, upfront } of task.inputs) {
		const parameter = parameterName(name);
		if (required || upfront) values[parameter] = read(parameter) as IDataObject[string];
	}
	return values;
}
