import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { keepCredentials } from '../http/credentialCache';
import { acknowledge } from '../inbound/reply';
import { claimEvent } from '../inbound/claimEvent';
import type { Delivery } from '../signatures/delivery';
import type { AcceptedEvent, ProviderEvent } from './event';
import { eventKey } from './eventKey';
import { commaList } from '../text';
import type { EventSource } from './eventSource';
import { staleness, type Window } from '../signatures/freshness';
import { DEEPEST, isTooDeep } from '../inbound/isTooDeep';
import { isWanted } from './isWanted';
import { parseJson } from '../signatures/parseJson';
import { readDelivery } from '../inbound/readDelivery';
import { refuseDelivery } from './refusal';
import { triggerOptions } from './triggerOptions';
import type { Verdict } from '../signatures/verdict';

/**
 * `webhook()` of every trigger: bytes, verify, fresh, parse, wanted, claim. Answers 200 `accepted`
 * (n8n sends it once the execution is stored), `duplicate`, `ignored` or what a handshake asks for;
 * 401 not authentic or stale; 400 not understood; 503 when the secret could not be read, the body not
 * be stored, or another process is starting the run. Never throws on input. While somebody listens for a
 * test event, a refusal ends that with an error.
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
	if (!delivery) return refuseDelivery(ctx, 400, 'The body could not be read as bytes');

	const window = { now, tolerance: options.tolerance };
	const kept = keepCredentials(ctx, clock);
	let verdict = await verified(kept.ctx, source, delivery, window);
	if (verdict?.authentic === false && kept.renew())
		verdict = await verified(kept.ctx, source, delivery, window);
	if (!verdict) return refuseDelivery(ctx, 503, 'The secret could not be read, try again');
	if (!verdict.authentic) return refuseDelivery(ctx, 401, verdict.reason);

	const json = parseJson(delivery.body);
	if (isTooDeep(json)) return tooDeep(ctx);
	const event = source.parse(json, delivery, verdict);
	if (!event) return refuseDelivery(ctx, 400, `Not a ${source.name} event`);
	if ('fault' in event) return refuseDelivery(ctx, 400, event.fault);
	const stale = event.sentAt !== undefined && staleness(event.sentAt, window);
	if (stale) return refuseDelivery(ctx, 401, stale);
	// A form may hold JSON of its own: what is stored counts, not only what was parsed first.
	if (isTooDeep(event.body)) return tooDeep(ctx);
	if (event.answer) return { webhookResponse: event.answer };
	const patterns = source.events?.(ctx) ?? commaList(ctx.getNodeParameter('events', ['*']));
	if (!isWanted(patterns, event.type)) return acknowledge('ignored');
	if (source.wanted && !source.wanted(ctx, event)) return acknowledge('ignored');

	const key = eventKey(event, options.deduplicateBy);
	if (key && ctx.getMode() !== 'manual') {
		const answer = await claimEvent(kept.ctx, key, options.remember, now);
		if (answer) return answer;
	}
	return await start(ctx, event, key);
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

function tooDeep(ctx: IWebhookFunctions): IWebhookResponseData {
	return refuseDelivery(ctx, 400, `The body is nested more than ${DEEPEST} levels deep`);
}

async function start(
	ctx: IWebhookFunctions,
	{ type, id, occurredAt, body, file }: ProviderEvent,
	key: string,
): Promise<IWebhookResponseData> {
	const json: AcceptedEvent = { type, id, key, body, ...(occurredAt && { occurredAt }) };
	const item: INodeExecutionData = { json };
	try {
		// n8n moves a trigger's file to its execution only when the field is called `data`.
		if (file)
			item.binary = {
				data: await ctx.helpers.prepareBinaryData(file.bytes, undefined, file.mimeType),
			};
	} catch (error) {
		ctx.logger.error('The body of a delivery could not be stored', { error: String(error) });
		return refuseDelivery(ctx, 503, 'The body could not be stored, try again');
	}
	return { workflowData: [[item]], webhookResponse: { status: 'accepted' } };
}
