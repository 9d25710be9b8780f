import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { agentField } from './agentField';
import { readAgent } from './readAgent';

export const create: ItemOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a voice agent',
	description: 'Make an agent that people can talk to',
	fields: [agentField.property],
	async run(ctx, itemIndex) {
		const body = await readAgent(ctx, itemIndex);
		return await callPi(ctx, { method: 'POST', path: '/voice/agents', body, itemIndex });
	},
};
