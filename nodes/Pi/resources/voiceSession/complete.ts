import { callOperation } from '../callOperation';
import { sessionIdField } from './sessionIdField';

export const complete = callOperation({
	value: 'complete',
	name: 'Complete',
	action: 'Complete a voice session',
	description: 'End a voice session',
	method: 'POST',
	id: sessionIdField,
	path: (id) => `/voice/sessions/${id}/complete`,
});
