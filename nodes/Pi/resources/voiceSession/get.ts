import { callOperation } from '../callOperation';
import { sessionIdField } from './sessionIdField';

export const get = callOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a voice session',
	description: 'Get a voice session',
	method: 'GET',
	id: sessionIdField,
	path: (id) => `/voice/sessions/${id}`,
});
