import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { requiredText } from '../requiredText';

export const backtestIdField: INodeProperties = {
	displayName: 'Backtest ID',
	name: 'backtestId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. bt_5d20aa',
	description: 'The ID of the backtest: jobId in the items of this node',
};

/** @throws NodeOperationError when there is none */
export function readBacktestId(ctx: IExecuteFunctions, itemIndex: number): string {
	return requiredText(ctx, 'backtestId', 'Backtest ID', itemIndex);
}
