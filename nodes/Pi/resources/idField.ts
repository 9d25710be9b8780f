import type { INodeProperties } from 'n8n-workflow';

/** The ID of the thing that an operation is about. */
export function idField(displayName: string, name: string, description = ''): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 58cb41b7-556d-46c0-b82e-1e116aa1a31a',
		...(description && { description }),
	};
}
