import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../signatures/delivery';

/**
 * The request as bytes, or `undefined` where n8n keeps none (multipart, or larger than
 * `N8N_PAYLOAD_SIZE_MAX`). n8n inflates gzip before the node sees the bytes (docs/reference/n8n.md 1).
 */
export async function readDelivery(ctx: IWebhookFunctions): Promise<Delivery | undefined> {
	const request = ctx.getRequestObject();
	if (!request.rawBody && request.contentType !== 'multipart/form-data') {
		try {
			await request.readRawBody();
		} catch {
			return undefined;
		}
	}
	if (!Buffer.isBuffer(request.rawBody)) return undefined;
	return {
		method: request.method,
		rawHeaders: request.rawHeaders,
		body: request.rawBody,
		// Evaluating the URL costs more than the rest together, and most schemes do not sign it.
		get url() {
			return publicUrl(ctx) + query(request.originalUrl);
		},
	};
}

/** Whoever was given a URL with a query signs it as well. */
function query(target: string): string {
	const at = target.indexOf('?');
	return at < 0 ? '' : target.slice(at);
}

function publicUrl(ctx: IWebhookFunctions): string {
	const production = ctx.getNodeWebhookUrl('default') ?? '';
	// While listening for a test event n8n still answers the production URL (docs/reference/n8n.md 1).
	return ctx.getMode() === 'manual'
		? production.replace('/webhook/', '/webhook-test/')
		: production;
}
