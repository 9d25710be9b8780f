import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { callPipai } from '../../api';
import { jsonText } from '../../jsonText';
import { orderOf } from '../orderOf';
import { utcTime } from '../utcTime';

/**
 * Builds the backtest that an item's parameters describe, and answers what creates it; never repeated.
 *
 * @throws NodeOperationError when a field is wrong, NodeApiError when PipAI refuses
 */
export async function prepareBacktest(
	ctx: IExecuteFunctions,
	itemIndex: number,
): Promise<() => Promise<IDataObject>> {
	const { members, texts } = orderOf(ctx, itemIndex);
	const start = utcTime(ctx, ctx.getNodeParameter('start', itemIndex, ''), 'Start', itemIndex);
	const end = utcTime(ctx, ctx.getNodeParameter('end', itemIndex, ''), 'End', itemIndex);
	if (start >= end) {
		throw new NodeOperationError(ctx.getNode(), '"Start" is not before "End"', { itemIndex });
	}
	const options = ctx.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const chosen = {
		leverage: options.leverage,
		fee_model: options.feeModel || undefined,
		fee_bps: options.feeBps,
		strategy_id: options.strategyId || undefined,
	};
	const body = jsonText({ ...members, start, end, ...chosen }, texts);
	return async () =>
		await callPipai(ctx, { method: 'POST', path: '/v1/backtest/jobs', body, itemIndex });
}
