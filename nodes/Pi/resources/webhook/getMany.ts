import type { ItemOperation } from '../../../../lib/operations/operation';
import { mostOf, pagingFields } from '../../../../lib/operations/pagingFields';
import { callPi } from '../../api';
import { listOf } from '../../listOf';

/** Pi's list has no pages and no filters (docs/reference/pi.md 5). */
export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'List the registered webhooks, the newest first',
	fields: [
		...pagingFields,
		{
			displayName: 'Endpoint URL',
			name: 'endpointUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/…/webhook',
			description: 'Only webhooks with this URL, such as the production URL of a Pi Trigger',
		},
	],
	async run(ctx, itemIndex) {
		const url = String(ctx.getNodeParameter('endpointUrl', itemIndex, '')).trim();
		const all = listOf(ctx, await callPi(ctx, { method: 'GET', path: '/webhooks', itemIndex }));
		const found = all.filter(({ endpoint_url: own }) => url === '' || own === url);
		return found.slice(0, mostOf(ctx, itemIndex));
	},
};
