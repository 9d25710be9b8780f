import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPipai } from '../../api';
import { backtestIdField, readBacktestId } from './backtestIdField';
import { backtestPath } from './backtestSource';
import { asAsked, simplifyField } from './simplifyField';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a backtest',
	description: 'Read the status and the result of a backtest',
	fields: [backtestIdField, simplifyField],
	async run(ctx, itemIndex) {
		const path = backtestPath(ctx, readBacktestId(ctx, itemIndex));
		return asAsked(ctx, await callPipai(ctx, { method: 'GET', path, itemIndex }), itemIndex);
	},
};
