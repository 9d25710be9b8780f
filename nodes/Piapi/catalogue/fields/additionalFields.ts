import type { INodeProperties } from 'n8n-workflow';
import { formPlace } from '../formPlace';
import type { Task } from '../types';
import { inputProperty } from './inputProperty';
import { sortFields } from './sortFields';

/** The collection of a task's optional inputs: one field, or none where there are no such inputs. */
export function additionalFields({ inputs }: Task): INodeProperties[] {
	const options = sortFields(
		inputs.filter((input) => formPlace(input) === 'additional').map(inputProperty),
	);
	if (options.length === 0) return [];
	return [
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options,
		},
	];
}
