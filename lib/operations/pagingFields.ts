import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

const DEFAULT_LIMIT = 50;

/** How many results of a list to return. */
export const pagingFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_LIMIT,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** How many results the item asks for: at least 1, at most Infinity. */
export function mostOf(ctx: IExecuteFunctions, itemIndex: number): number {
	if (ctx.getNodeParameter('returnAll', itemIndex, false)) return Infinity;
	const limit = Math.floor(Number(ctx.getNodeParameter('limit', itemIndex, DEFAULT_LIMIT)));
	return Math.max(1, limit || 1);
}
