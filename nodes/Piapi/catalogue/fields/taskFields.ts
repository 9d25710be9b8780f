import type { INodeProperties } from 'n8n-workflow';
import { formPlace } from '../formPlace';
import { families } from '../index';
import type { Family, Input, Task } from '../types';
import { additionalFields } from './additionalFields';
import { customFields } from './customFields';
import { inputProperty } from './inputProperty';
import { onCreate } from './onCreate';
import { sortOptions } from './sortOptions';

const shownFor = (family: Family, tasks: Task[]): INodeProperties['displayOptions'] => ({
	show: {
		...onCreate,
		family: [family.name],
		...(tasks.length === family.tasks.length ? {} : { task: tasks.map(({ id }) => id) }),
	},
});

/** The fields of all tasks of a family; what several tasks have in common becomes one field. */
const merge = (family: Family, fieldsOf: (task: Task) => INodeProperties[]): INodeProperties[] => {
	const merged = new Map<string, { field: INodeProperties; tasks: Task[] }>();
	for (const task of family.tasks) {
		for (const field of fieldsOf(task)) {
			const key = JSON.stringify(field);
			const entry = merged.get(key) ?? { field, tasks: [] };
			entry.tasks.push(task);
			merged.set(key, entry);
		}
	}
	return [...merged.values()].map(({ field, tasks }) => ({
		...field,
		displayOptions: shownFor(family, tasks),
	}));
};

const ROLES: Array<Input['role']> = ['prompt', 'media', 'other'];

const upfrontFields = (family: Family): INodeProperties[] =>
	ROLES.flatMap((role) =>
		merge(family, ({ inputs }) =>
			inputs
				.filter((input) => input.role === role && formPlace(input) === 'front')
				.map(inputProperty),
		),
	);

const jsonField = ({ json }: Task): INodeProperties[] =>
	json
		? [
				{
					displayName: 'Input',
					name: 'input',
					type: 'json',
					default: JSON.stringify(json.template, null, 2),
					required: true,
					description: "The task's <code>input</code> object as the provider documents it",
					hint: json.hint,
				},
			]
		: [];

const taskField = (family: Family): INodeProperties => {
	const start = family.tasks[0]?.id;
	return {
		displayName: 'Task',
		name: 'task',
		type: 'options',
		noDataExpression: true,
		options: sortOptions(
			family.tasks.map(({ id, label, description }) => ({ name: label, value: id, description })),
		),
		default: start,
		displayOptions: shownFor(family, family.tasks),
	};
};

const noticeField = (family: Family): INodeProperties[] =>
	family.notice
		? [
				{
					displayName: family.notice,
					name: 'familyNotice',
					type: 'notice',
					default: '',
					displayOptions: shownFor(family, family.tasks),
				},
			]
		: [];

const familyField: INodeProperties = {
	displayName: 'Family',
	name: 'family',
	type: 'options',
	noDataExpression: true,
	options: sortOptions([
		...families.map(({ name, label, description }) => ({ name: label, value: name, description })),
		{
			name: 'Custom (Any Model)',
			value: 'custom',
			description: 'A model or task that is not in this list, with its input as JSON',
		},
	]),
	default: 'flux',
	displayOptions: { show: onCreate },
};

/**
 * Every form field that says what a task is and what goes into it: family, task, the inputs of
 * each task, and the three fields of `custom`. All of it is made from the catalogue.
 */
export const taskFields: INodeProperties[] = [
	familyField,
	...families.flatMap((family) => [
		...noticeField(family),
		taskField(family),
		...merge(family, jsonField),
		...upfrontFields(family),
		...merge(family, additionalFields),
	]),
	...customFields,
];
