import { NodeOperationError } from 'n8n-workflow';
import type { ItemOperation } from '../../../../operations/operation';
import { callPiapi } from '../../api';

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
			// The only values the provider names (reference/piapi.md 1.1).
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Kling', value: 'kling' },
				{ name: 'Luma', value: 'luma' },
				{ name: 'Midjourney', value: 'midjourney' },
				{ name: 'Suno', value: 'suno' },
			],
			default: 'all',
			description: 'Whose pending tasks to cancel',
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
		const given = String(ctx.getNodeParameter('createdBefore', itemIndex));
		const before = Math.floor(Date.parse(given) / 1000);
		if (!Number.isFinite(before)) {
			throw new NodeOperationError(
				ctx.getNode(),
				`"Created Before" is not a date and time: "${given}"`,
				{ itemIndex },
			);
		}
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
