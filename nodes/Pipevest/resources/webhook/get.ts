import type { ItemOperation } from '../../../../lib/operations/operation';
import { getWebhook } from '../../webhook';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get the webhook',
	description:
		'Get URL, status and subscriptions of the webhook. Returns no item when there is none.',
	fields: [],
	async run(ctx, itemIndex) {
		const webhook = await getWebhook(ctx, { itemIndex });
		return webhook ? webhook : [];
	},
};
