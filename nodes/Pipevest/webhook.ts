import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { isRecord } from '../../lib/http/isRecord';
import type { RequestContext } from '../../lib/http/request';
import { callPipevest, type PipevestCall } from './api';

/** The one webhook of a client (docs/reference/pipevest.md 5). */
export interface PipevestWebhook extends IDataObject {
	url: string;
	subscriptions: string[];
	/** `ACTIVE` or `DEACTIVED`, spelled so. */
	status: string;
}

const NO_WEBHOOK =
	'Pipevest answered with something other than a webhook. Check the base URL in the credential';

type Patience = Pick<PipevestCall, 'attempts' | 'timeout' | 'itemIndex' | 'idempotencyKey'>;

/**
 * The webhook, `undefined` when there is none.
 *
 * @throws NodeOperationError for what is neither: taking that for none could leave ours delivering
 */
export async function getWebhook(
	ctx: RequestContext,
	patience: Patience = {},
): Promise<PipevestWebhook | undefined> {
	const found = await callPipevest(ctx, {
		...patience,
		method: 'GET',
		path: '/webhooks',
		missingIsFine: true,
	});
	if (found === null || (isRecord(found) && found.url === '')) return undefined;
	if (!isRecord(found) || typeof found.url !== 'string')
		throw new NodeOperationError(ctx.getNode(), NO_WEBHOOK, { itemIndex: patience.itemIndex });
	const subscriptions = Array.isArray(found.subscriptions) ? found.subscriptions.map(String) : [];
	return { ...found, url: found.url, subscriptions, status: String(found.status ?? '') };
}

/** Creates the webhook (POST) or replaces URL and subscriptions of the one that is there (PUT). */
export async function putWebhook(
	ctx: RequestContext,
	method: 'POST' | 'PUT',
	{ url, subscriptions }: Pick<PipevestWebhook, 'url' | 'subscriptions'>,
	patience: Patience = {},
): Promise<IDataObject> {
	const answer = await callPipevest(ctx, {
		...patience,
		method,
		path: '/webhooks',
		body: { url, subscriptions },
		repeatable: method === 'PUT',
	});
	return isRecord(answer) ? answer : {};
}

/** The key that Pipevest signs deliveries with, as it shows it: an OpenSSH line. */
export async function getPublicKey(
	ctx: RequestContext,
	patience: Patience = {},
): Promise<IDataObject & { key: string }> {
	const answer = await callPipevest(ctx, { ...patience, method: 'GET', path: '/webhooks/key' });
	const found = isRecord(answer) ? answer : {};
	return { ...found, key: String(found.key ?? '') };
}
