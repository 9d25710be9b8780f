import type { ItemOperation } from '../../../../lib/operations/operation';
import { webhookFields, writeWebhook } from './webhookFields';

export const update: ItemOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update the webhook',
	description: 'Replace URL and subscriptions of the webhook',
	fields: webhookFields,
	run: async (ctx, itemIndex) => await writeWebhook(ctx, itemIndex, 'PUT'),
};
