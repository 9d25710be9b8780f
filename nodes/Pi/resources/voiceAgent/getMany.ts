import { getManyOperation } from '../getManyOperation';

export const getMany = getManyOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many voice agents',
	description: 'List the voice agents',
	path: '/voice/agents',
});
