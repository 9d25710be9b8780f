import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { isLoopbackUrl } from '../../lib/http/isLoopbackUrl';
import { pipevestCredential } from './api';
import { isNarrow } from './subscriptions';
import type { PipevestWebhook } from './webhook';

/**
 * Why our URL must not be registered, with the remedy; `undefined` when it may. A client has one
 * webhook: another system's is left alone unless the user has said otherwise.
 */
export async function foreignFault(
	ctx: IHookFunctions,
	url: string,
	webhook: PipevestWebhook | undefined,
): Promise<string | undefined> {
	const { baseUrl } = await pipevestCredential(ctx);
	if (!isLoopbackUrl(baseUrl) && isAddress(url))
		return `Pipevest calls named hosts only, and ${url} has an IP address. Set the environment variable WEBHOOK_URL of n8n to an address with a name`;
	const { replaceExistingWebhook } = ctx.getNodeParameter('options', {}) as IDataObject;
	if (!webhook || webhook.url === url || replaceExistingWebhook === true) return undefined;
	if (isLeftBehind(webhook, url)) return undefined;
	return (
		`Pipevest delivers to ${webhook.url} (${webhook.subscriptions.join(', ')}), and a client has one webhook only. ` +
		'Turn on the option Replace Existing Webhook to take its place until this workflow is deactivated, or use another client'
	);
}

/** Of this n8n and narrowed: what deactivating a trigger leaves at the provider. */
export function isLeftBehind({ url, subscriptions }: PipevestWebhook, ours: string): boolean {
	return originOf(url) === originOf(ours) && isNarrow(subscriptions);
}

function originOf(url: string): string {
	return URL.canParse(url) ? new URL(url).origin : url;
}

/** docs/reference/pipevest.md 5: the host must be a DNS name. */
function isAddress(url: string): boolean {
	const { hostname } = new URL(url);
	return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}
