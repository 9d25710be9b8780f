import type { IDataObject } from 'n8n-workflow';
import { formPlace } from './formPlace';
import { parameterName } from './parameterName';
import type { Task } from './types';
import { isRecord } from '../../../lib/http/isRecord';

/**
 * What the user has filled in for a task, flat: the fields in front and the additional ones.
 * `read` answers a node parameter; only parameters that the form of the task has are asked for.
 */
export function taskValues(task: Task, read: (name: string) => unknown): IDataObject {
	if (task.json) return { input: read('input') as IDataObject[string] };
	const inFront = task.inputs.filter((input) => formPlace(input) === 'front');
	const hasMore = task.inputs.some((input) => formPlace(input) === 'additional');
	const additional = hasMore ? read('additionalFields') : {};
	const values = (isRecord(additional) ? { ...additional } : {}) as IDataObject;
	for (const parameter of inFront.map(({ name }) => parameterName(name))) {
		values[parameter] = read(parameter) as IDataObject[string];
	}
	return values;
}
