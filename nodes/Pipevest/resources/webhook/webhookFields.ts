import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { commaList } from '../../../../lib/text';
import { unreachableUrlProblem } from '../../../../lib/http/unreachableUrlProblem';
import { pipevestCredential } from '../../api';
import { requestKey } from '../../requestKey';
import { ALL, subscriptionOptions, subscriptionsOf } from '../../subscriptions';
import { putWebhook } from '../../webhook';

/** What a webhook consists of. */
export const webhookFields: INodeProperties[] = [
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/…',
		description: 'Where Pipevest delivers to: https, with a host name',
	},
	{
		displayName: 'Subscriptions',
		name: 'subscriptions',
		type: 'multiOptions',
		options: [{ name: ALL, value: ALL, description: 'Everything' }, ...subscriptionOptions],
		default: [ALL],
		description: 'The events that Pipevest sends. They replace the current ones.',
	},
	{
		displayName: 'Other Subscriptions',
		name: 'otherSubscriptions',
		type: 'string',
		default: '',
		placeholder: 'e.g. CUSTOMER.VERIFIED',
		description: 'Names that are not in the list, separated by commas',
	},
];

/**
 * Creates or updates the webhook from the fields of an item.
 *
 * @throws NodeOperationError when Pipevest could not reach the URL, NodeApiError when it refuses
 */
export async function writeWebhook(
	ctx: IExecuteFunctions,
	itemIndex: number,
	method: 'POST' | 'PUT',
): Promise<IDataObject> {
	const url = String(ctx.getNodeParameter('url', itemIndex)).trim();
	const problem = unreachableUrlProblem(url, (await pipevestCredential(ctx)).baseUrl);
	if (problem) throw new NodeOperationError(ctx.getNode(), problem, { itemIndex });
	const subscriptions = subscriptionsOf([
		...commaList(ctx.getNodeParameter('subscriptions', itemIndex)),
		...commaList(ctx.getNodeParameter('otherSubscriptions', itemIndex, '')),
	]);
	const idempotencyKey = requestKey(ctx, itemIndex);
	return await putWebhook(ctx, method, { url, subscriptions }, { itemIndex, idempotencyKey });
}
