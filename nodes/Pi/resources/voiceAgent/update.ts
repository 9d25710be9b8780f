import type { PreparedOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { readId } from '../readId';
import { agentField } from './agentField';
import { agentIdField } from './agentIdField';
import { readAgent } from './readAgent';

export const update: PreparedOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a voice agent',
	description: 'Change fields of an agent',
	fields: [agentIdField, agentField.property],
	async prepare(ctx, itemIndex) {
		const path = `/voice/agents/${readId(ctx, itemIndex, 'agentId')}`;
		const body = await readAgent(ctx, itemIndex);
		return async () => await callPi(ctx, { method: 'PATCH', path, body, itemIndex });
	},
};
