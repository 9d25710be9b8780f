import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { switching } from '../../registry';
import { readId } from '../readId';
import { webhookIdField } from './webhookIdField';

export const disable: ItemOperation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable a webhook',
	description: 'Have Pi deliver to a webhook no more; it cannot be deleted',
	fields: [webhookIdField],
	async run(ctx, itemIndex) {
		const id = readId(ctx, itemIndex, webhookIdField.name);
		return await callPi(ctx, { ...switching(id, false), itemIndex });
	},
};
