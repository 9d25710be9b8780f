import type { ItemOperation } from '../../../../lib/operations/operation';
import { webhookFields, writeWebhook } from './webhookFields';

export const create: ItemOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create the webhook',
	description: 'Create the one webhook of the client',
	fields: webhookFields,
	run: async (ctx, itemIndex) => await writeWebhook(ctx, itemIndex, 'POST'),
};
