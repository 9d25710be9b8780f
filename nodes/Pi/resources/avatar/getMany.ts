import { getManyOperation } from '../getManyOperation';

export const getMany = getManyOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many avatars',
	description: 'List the saved avatars',
	path: '/avatars',
});
