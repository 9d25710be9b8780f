import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { switching } from '../../registry';
import { webhookIdField } from './webhookIdField';

export const disable: ItemOperation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable a webhook',
	description: 'Stop deliveries to a webhook. Pi cannot delete webhooks.',
	fields: [webhookIdField],
	async run(ctx, itemIndex) {
		const id = String(ctx.getNodeParameter(webhookIdField.name, itemIndex, ''));
		return await callPi(ctx, { ...switching(ctx, id, false), itemIndex });
	},
};
