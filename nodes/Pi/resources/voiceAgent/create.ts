import type { PreparedOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { agentField } from './agentField';
import { readAgent } from './readAgent';

export const create: PreparedOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a voice agent',
	description: 'Create an agent that people can talk to',
	fields: [agentField.property],
	ifLost: 'the voice agents of the account (Pi node, Voice Agent: Get Many)',
	async prepare(ctx, itemIndex) {
		const body = await readAgent(ctx, itemIndex);
		return async () =>
			await callPi(ctx, { method: 'POST', path: '/voice/agents', body, itemIndex });
	},
};
