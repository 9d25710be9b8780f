import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { simplifyBacktest } from '../../simplifyBacktest';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** A backtest as the item's `simplify` asks for it. */
export function asAsked(ctx: IExecuteFunctions, job: IDataObject, itemIndex: number): IDataObject {
	return ctx.getNodeParameter('simplify', itemIndex, true) ? simplifyBacktest(job) : job;
}
