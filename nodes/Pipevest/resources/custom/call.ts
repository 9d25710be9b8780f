import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { PreparedOperation } from '../../../../lib/operations/operation';
import { isRecord } from '../../../../lib/http/isRecord';
import { callPipevest } from '../../api';
import { requestKey } from '../../requestKey';
import { readObject } from './readObject';

export const call: PreparedOperation = {
	value: 'call',
	name: 'Call',
	action: 'Make a custom call',
	description: 'Call any endpoint of Pipevest, signed',
	fields: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			options: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((name) => ({ name, value: name })),
			default: 'GET',
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. /customers',
			description: 'What follows /v1 in the documentation of the endpoint',
		},
		{
			displayName: 'Query',
			name: 'query',
			type: 'json',
			default: '{}',
			description: 'Query parameters as a JSON object',
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'json',
			default: '{}',
			displayOptions: { show: { method: ['PATCH', 'POST', 'PUT'] } },
			description: 'The body as a JSON object',
		},
		{
			displayName: 'Idempotency Key',
			name: 'idempotencyKey',
			type: 'string',
			default: '',
			displayOptions: { hide: { method: ['GET'] } },
			description:
				'Pipevest carries out a call with the same key only once. Leave empty to use one that stays the same when n8n retries the node.',
		},
	],
	async prepare(ctx, itemIndex) {
		const method = ctx.getNodeParameter('method', itemIndex) as IHttpRequestMethods;
		const path = String(ctx.getNodeParameter('path', itemIndex)).trim();
		const isRead = method === 'GET';
		const given = isRead ? '' : ctx.getNodeParameter('idempotencyKey', itemIndex, '');
		const request = {
			method,
			path: path.startsWith('/') ? path : `/${path}`,
			qs: readObject(ctx, itemIndex, 'query'),
			...(['PATCH', 'POST', 'PUT'].includes(method) && {
				body: readObject(ctx, itemIndex, 'body'),
			}),
			...(!isRead && { idempotencyKey: String(given).trim() || requestKey(ctx, itemIndex) }),
			itemIndex,
		};
		return async () => asItems(await callPipevest(ctx, request));
	},
};

/** An object, a list of them, or whatever else was answered. */
function asItems(found: unknown): IDataObject | IDataObject[] {
	if (Array.isArray(found) && found.every(isRecord)) return found;
	if (isRecord(found)) return found;
	return found === undefined ? { done: true } : { data: found as IDataObject };
}
