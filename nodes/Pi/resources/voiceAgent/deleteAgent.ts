import { callOperation } from '../callOperation';
import { agentIdField } from './agentIdField';

export const deleteAgent = callOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a voice agent',
	description: 'Delete a voice agent permanently',
	method: 'DELETE',
	id: agentIdField,
	path: (id) => `/voice/agents/${id}`,
	asResult: () => ({ deleted: true }),
});
