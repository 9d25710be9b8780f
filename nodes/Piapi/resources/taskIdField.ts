import type { INodeProperties } from 'n8n-workflow';

export const taskIdField: INodeProperties = {
	displayName: 'Task ID',
	name: 'taskId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 58cb41b7-556d-46c0-b82e-1e116aa1a31a',
	description: 'The ID of the task: jobId in the items of this node and of the trigger',
};
