import type { ItemOperation } from '../../../../lib/operations/operation';
import { EVENT_TYPES } from '../../eventOptions';
import { listWebhooks } from '../../webhooks';
import { mostOf, pagingFields } from '../../../../lib/operations/pagingFields';

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'List the webhooks of the account, without their secrets',
	fields: [
		...pagingFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Event',
					name: 'event',
					type: 'options',
					options: EVENT_TYPES,
					default: 'strategy.deployed',
					description: 'Only webhooks that receive this event, by its name or by a wildcard',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Active', value: 'active' },
						{
							name: 'Broken',
							value: 'broken',
							description: 'PipAI stopped delivering after too many failed attempts',
						},
						{ name: 'Paused', value: 'paused' },
					],
					default: 'active',
					description: 'Only webhooks in this status',
				},
			],
		},
	],
	async run(ctx, itemIndex) {
		const { event, status } = ctx.getNodeParameter('filters', itemIndex, {}) as {
			event?: string;
			status?: string;
		};
		return await listWebhooks(ctx, { event, status, most: mostOf(ctx, itemIndex), itemIndex });
	},
};
