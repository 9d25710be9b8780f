import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPi } from '../../api';
import { switching } from '../../registry';
import { readId } from '../readId';
import { webhookIdField } from './webhookIdField';

export const enable: ItemOperation = {
	value: 'enable',
	name: 'Enable',
	action: 'Enable a webhook',
	description: 'Have Pi deliver to a webhook again',
	fields: [webhookIdField],
	async run(ctx, itemIndex) {
		const id = readId(ctx, itemIndex, webhookIdField.name);
		return await callPi(ctx, { ...switching(id, true), itemIndex });
	},
};
