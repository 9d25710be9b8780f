import { getManyOperation } from '../getManyOperation';

export const getMany = getManyOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many brands',
	description: 'List the brands of the organization',
	path: '/brands',
	filters: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			default: '',
			placeholder: 'e.g. example.com',
			description: 'Only brands that match this text',
		},
	],
});
