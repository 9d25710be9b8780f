import type { ItemOperation } from '../../../../lib/operations/operation';
import { callPipevest } from '../../api';
import { requestKey } from '../../requestKey';

export const sendTest: ItemOperation = {
	value: 'sendTest',
	name: 'Send Test',
	action: 'Send a test to the webhook',
	description: 'Have Pipevest send a test delivery to the webhook',
	fields: [],
	async run(ctx, itemIndex) {
		const idempotencyKey = requestKey(ctx, itemIndex);
		await callPipevest(ctx, { method: 'POST', path: '/webhooks/test', idempotencyKey, itemIndex });
		return { sent: true };
	},
};
