import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { switching } from '../../registry';
import { webhookIdField } from './webhookIdField';

export const enable: ItemOperation = {
	value: 'enable',
	name: 'Enable',
	action: 'Enable a webhook',
	description: 'Resume deliveries to a webhook',
	fields: [webhookIdField],
	async run(ctx, itemIndex) {
		const id = String(ctx.getNodeParameter(webhookIdField.name, itemIndex, ''));
		return await callPi(ctx, { ...switching(ctx, id, true), itemIndex });
	},
};
