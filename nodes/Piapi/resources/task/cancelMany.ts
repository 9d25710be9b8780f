import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPiapi } from '../../api';
import { unixSeconds } from '../../unixSeconds';

export const cancelMany: ItemOperation = {
	value: 'cancelMany',
	name: 'Cancel Many',
	action: 'Cancel many tasks',
	description: 'Cancel every pending task of a model that was created before a time',
	fields: [
		{
			displayName: 'Model',
			name: 'model',
			type: 'options',
			// The only values the provider names (docs/reference/piapi.md 1.1).
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Kling', value: 'kling' },
				{ name: 'Luma', value: 'luma' },
				{ name: 'Midjourney', value: 'midjourney' },
				{ name: 'Suno', value: 'suno' },
			],
			default: 'all',
			description: 'The model whose pending tasks to cancel',
		},
		{
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'Only tasks created before this time are cancelled',
		},
	],
	async run(ctx, itemIndex) {
		const model = ctx.getNodeParameter('model', itemIndex) as string;
		const given = ctx.getNodeParameter('createdBefore', itemIndex);
		const before = unixSeconds(ctx, given, 'Created Before', itemIndex);
		const qs = { created_before: before, model };
		const data = await callPiapi(ctx, { method: 'DELETE', path: '/api/v1/tasks', qs, itemIndex });
		return {
			cancelled: true,
			model,
			createdBefore: new Date(before * 1000).toISOString(),
			...data,
		};
	},
};
