import { callOperation } from '../callOperation';
import { agentIdField } from './agentIdField';

export const get = callOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a voice agent',
	description: 'Get a voice agent',
	method: 'GET',
	id: agentIdField,
	path: (id) => `/voice/agents/${id}`,
});
