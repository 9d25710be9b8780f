import { callOperation } from '../callOperation';
import { agentIdField } from './agentIdField';

export const deleteAgent = callOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a voice agent',
	description: 'Take a voice agent out of use',
	method: 'DELETE',
	id: agentIdField,
	path: (id) => `/voice/agents/${id}`,
	asResult: () => ({ deleted: true }),
});
