import type { INodeProperties } from 'n8n-workflow';
import { onCreate } from './onCreate';

const shownForCustom = { show: { ...onCreate, family: ['custom'] } };

/** The fields of a task that the catalogue does not know. */
export const customFields: INodeProperties[] = [
	{
		displayName: 'Model',
		name: 'model',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Qubico/flux1-dev',
		description: 'The model as the provider names it',
		displayOptions: shownForCustom,
	},
	{
		displayName: 'Task Type',
		name: 'taskType',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. txt2img',
		description: 'The task type as the provider names it',
		displayOptions: shownForCustom,
	},
	{
		displayName: 'Input',
		name: 'input',
		type: 'json',
		required: true,
		default: '{}',
		description: "The task's <code>input</code> object as the provider documents it",
		displayOptions: shownForCustom,
	},
];
