import type { PreparedOperation } from '../../../../lib/operations/operation';
import { callPipai } from '../../api';
import { jsonText } from '../../jsonText';
import { leverageField, orderFields } from '../orderFields';
import { orderOf } from '../orderOf';
import { requiredText } from '../requiredText';

export const create: PreparedOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a strategy',
	description: 'Create a strategy as a draft. Nothing is traded before it is deployed.',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Grid on Bitcoin',
			description: '1 to 64 characters, unique in the account',
		},
		...orderFields,
		leverageField,
	],
	ifLost: 'the strategies in the dashboard of PipAI',
	async prepare(ctx, itemIndex) {
		const { members, texts } = orderOf(ctx, itemIndex);
		const name = requiredText(ctx, 'name', 'Name', itemIndex);
		const leverage = ctx.getNodeParameter('leverage', itemIndex, 1);
		const body = jsonText({ name, ...members, leverage }, texts);
		return async () =>
			await callPipai(ctx, { method: 'POST', path: '/v1/strategies', body, itemIndex });
	},
};
