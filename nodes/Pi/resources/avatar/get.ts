import { callOperation } from '../callOperation';
import { idField } from '../idField';

export const get = callOperation({
	value: 'get',
	name: 'Get',
	action: 'Get an avatar',
	description: 'Get a saved avatar',
	method: 'GET',
	id: idField('Avatar ID', 'avatarId'),
	path: (id) => `/avatars/${id}`,
});
