import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { keepCredentials } from '../http/credentialCache';
import { acknowledge, type Answer, sendAnswer } from '../inbound/reply';
import { claimEvent } from '../inbound/claimEvent';
import type { Delivery } from '../signatures/delivery';
import type { AcceptedEvent, ProviderEvent } from './event';
import { eventKey } from './eventKey';
import { commaList } from '../text';
import type { EventSource } from './eventSource';
import { staleness, type ReplayWindow } from '../signatures/freshness';
import { DEEPEST, isTooDeep } from '../inbound/isTooDeep';
import { isWanted } from './isWanted';
import { parseJson } from '../signatures/parseJson';
import { readDelivery } from '../inbound/readDelivery';
import { refuseDelivery } from './refusal';
import { triggerOptions, type TriggerOptions } from './triggerOptions';
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
	if (!verdict.authentic) return refuseDelivery(ctx, 401, verdict.reason, source.refusesSilently);

	const json = parseJson(delivery.body);
	if (isTooDeep(json)) return tooDeep(ctx);
	const told = source.parse(json, delivery, verdict);
	if (!told) return refuseDelivery(ctx, 400, `Not a ${source.name} event`);
	if ('problem' in told) return refuseDelivery(ctx, 400, told.problem, source.refusesSilently);
	const events = Array.isArray(told) ? told : [told];
	for (const { sentAt, body } of events) {
		const stale = sentAt !== undefined && staleness(sentAt, window);
		if (stale) return refuseDelivery(ctx, 401, stale);
		// A form may hold JSON of its own: what is stored counts, not only what was parsed first.
		if (isTooDeep(body)) return tooDeep(ctx);
	}
	const [first] = events;
	if (first?.answer) return sendAnswer(ctx, first.answer);
	const patterns = source.events?.(ctx) ?? commaList(ctx.getNodeParameter('events', ['*']));
	const wanted = events.filter(
		(event) => isWanted(patterns, event.type) && (source.wanted?.(ctx, event) ?? true),
	);
	const claimed =
		wanted.length > 0
			? await claimAll(kept.ctx, keyed(wanted, options), options, now)
			: acknowledge('ignored');
	if (Array.isArray(claimed)) return await start(ctx, claimed, first?.reply);
	return first?.reply && claimed.webhookResponse ? sendAnswer(ctx, first.reply) : claimed;
}

interface Keyed {
	event: ProviderEvent;
	key: string;
}

/** Each event with its key, in the order in which they are claimed: the same in all deliveries, so that none waits for another in a ring. */
function keyed(events: ProviderEvent[], { deduplicateBy }: TriggerOptions): Keyed[] {
	const all = events.map((event) => ({ event, key: eventKey(event, deduplicateBy) }));
	return all.length === 1 ? all : all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** @returns the events that are new, or what to answer when none is */
async function claimAll(
	ctx: IWebhookFunctions,
	events: Keyed[],
	{ remember }: TriggerOptions,
	now: number,
): Promise<Keyed[] | IWebhookResponseData> {
	if (ctx.getMode() === 'manual') return events;
	// Each claim listens for the end of the response.
	if (events.length > 1) ctx.getResponseObject().setMaxListeners(0);
	const fresh: Keyed[] = [];
	const seen = new Set<string>();
	for (const each of events) {
		if (each.key && seen.has(each.key)) continue;
		seen.add(each.key);
		const answer = each.key ? await claimEvent(ctx, each.key, remember, now) : undefined;
		if (answer?.noWebhookResponse) return answer;
		if (!answer) fresh.push(each);
	}
	return fresh.length > 0 ? fresh : acknowledge('duplicate');
}

async function verified(
	ctx: IWebhookFunctions,
	source: EventSource,
	delivery: Delivery,
	window: ReplayWindow,
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
	events: Keyed[],
	reply: Answer | undefined,
): Promise<IWebhookResponseData> {
	const items: INodeExecutionData[] = [];
	try {
		for (const each of events) items.push(await itemOf(ctx, each));
	} catch (error) {
		ctx.logger.error('The body of a delivery could not be stored', { error: String(error) });
		return refuseDelivery(ctx, 503, 'The body could not be stored, try again');
	}
	const webhookResponse = reply ? (reply.json ?? reply.text ?? '') : { status: 'accepted' };
	return { workflowData: [items], webhookResponse };
}

async function itemOf(
	ctx: IWebhookFunctions,
	{ event: { type, id, occurredAt, body, file }, key }: Keyed,
): Promise<INodeExecutionData> {
	const json: AcceptedEvent = { type, id, key, body, ...(occurredAt && { occurredAt }) };
	if (!file) return { json };
	// n8n moves a trigger's file to its execution only when the field is called `data`.
	const data = await ctx.helpers.prepareBinaryData(file.bytes, undefined, file.mimeType);
	return { json, binary: { data } };
}
