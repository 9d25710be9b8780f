import { callOperation } from '../callOperation';
import { idField } from '../idField';

export const project = callOperation({
	value: 'project',
	name: 'Project',
	action: 'Project a brand',
	description: 'Get only the part of a brand that a use case needs',
	method: 'POST',
	ifLost: 'the usage in the dashboard of Pi',
	id: idField('Brand ID', 'brandId'),
	path: (id) => `/brands/${id}/project`,
	body: [
		{
			property: {
				displayName: 'Use Case',
				name: 'useCase',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. instagram ad',
			},
		},
	],
});
