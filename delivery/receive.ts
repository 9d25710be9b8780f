import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { acknowledge, endWithResponse, refuse } from './answer';
import { claims } from './claims';
import type { Delivery } from './delivery';
import type { AcceptedEvent, ProviderEvent } from './event';
import { eventKey } from './eventKey';
import type { EventSource } from './eventSource';
import { staleness, type Window } from './freshness';
import { isWanted } from './isWanted';
import { parseJson } from './parseJson';
import { readDelivery } from './readDelivery';
import { triggerOptions } from './triggerOptions';
import type { Verdict } from './verdict';

/**
 * `webhook()` of every trigger: bytes, verify, fresh, parse, wanted, claim. Answers 200 `accepted`
 * (n8n sends it once the execution is stored), `duplicate` or `ignored`; 401 not authentic or stale;
 * 400 not understood; 503 when the secret could not be read. Never throws on input.
 *
 * @param clock ms since the epoch
 */
export async function receive(
	ctx: IWebhookFunctions,
	source: EventSource,
	clock: () => number = Date.now,
): Promise<IWebhookResponseData> {
	const now = clock();
	const options = triggerOptions(ctx);
	const delivery = await readDelivery(ctx);
	if (!delivery) return refuse(ctx, 400, 'The body could not be read as bytes');

	const window = { now, tolerance: options.tolerance };
	const verdict = await verified(ctx, source, delivery, window);
	if (!verdict) return refuse(ctx, 503, 'The secret could not be read, try again');
	if (!verdict.authentic) return refuse(ctx, 401, verdict.reason);

	const event = source.parse(parseJson(delivery.body), delivery);
	if (!event) return refuse(ctx, 400, `Not a ${source.name} event`);
	const stale = event.sentAt !== undefined && staleness(event.sentAt, window);
	if (stale) return refuse(ctx, 401, stale);
	if (!isWanted(ctx.getNodeParameter('events', ['*']) as string[], event.type))
		return acknowledge('ignored');
	if (source.wanted && !source.wanted(ctx, event)) return acknowledge('ignored');

	const key = eventKey(event, options.deduplicateBy);
	if (key && ctx.getMode() !== 'manual') {
		const claim = await claims.take(scopeOf(ctx), key, options.remember, now);
		if (!claim) return acknowledge('duplicate');
		endWithResponse(ctx, claim);
	}
	return start(event, key);
}

async function verified(
	ctx: IWebhookFunctions,
	source: EventSource,
	delivery: Delivery,
	window: Window,
): Promise<Verdict | undefined> {
	try {
		return await source.verify(ctx, delivery, window);
	} catch (error) {
		ctx.logger.error(`${source.name}: a delivery could not be verified`, { error: String(error) });
		return undefined;
	}
}

function scopeOf(ctx: IWebhookFunctions): string {
	return `${ctx.getWorkflow().id}:${ctx.getNode().id}`;
}

function start(event: ProviderEvent, key: string): IWebhookResponseData {
	const json: AcceptedEvent = { type: event.type, id: event.id, key, body: event.body };
	return { workflowData: [[{ json }]], webhookResponse: { status: 'accepted' } };
}
