import type { ItemOperation } from '../../../../lib/operations/operation';
import { deleteWebhook } from '../../webhooks';
import { requiredText } from '../requiredText';
import { webhookIdField } from './webhookIdField';

export const deleteOperation: ItemOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Delete a webhook permanently. Retries that are queued for it are dropped.',
	fields: [webhookIdField],
	run: async (ctx, itemIndex) =>
		await deleteWebhook(ctx, requiredText(ctx, 'webhookId', 'Webhook ID', itemIndex), itemIndex),
};
