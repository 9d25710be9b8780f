import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPipai } from '../../api';
import { requiredText } from '../requiredText';
import { backtestPath } from './backtestSource';
import { asAsked, simplifyField } from './simplifyField';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a backtest',
	description: 'Read the status and the result of a backtest',
	fields: [
		{
			displayName: 'Backtest ID',
			name: 'backtestId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. bt_5d20aa',
			description: 'The ID of the backtest: jobId in the items of this node',
		},
		simplifyField,
	],
	async run(ctx, itemIndex) {
		const path = backtestPath(ctx, requiredText(ctx, 'backtestId', 'Backtest ID', itemIndex));
		return asAsked(ctx, await callPipai(ctx, { method: 'GET', path, itemIndex }), itemIndex);
	},
};
