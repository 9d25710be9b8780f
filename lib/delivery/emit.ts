import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLoopbackUrl } from '../http/isLoopbackUrl';
import { releaseClaim, scopeOf } from '../inbound/claimEvent';
import { errorItem } from '../operations/errorItem';
import { downloadItem } from '../results/downloadItem';
import { confirmed } from './confirmed';
import type { AcceptedEvent } from './event';
import { commaList } from '../text';
import type { EventSource } from './eventSource';
import { isWanted } from './isWanted';
import { refusalError } from './refusal';
import { settle } from './settle';
import { triggerOptions, type TriggerOptions } from './triggerOptions';

/** An event that is ready to be emitted, or the item that says why it is not. */
type Prepared = { event: AcceptedEvent; item: INodeExecutionData } | { failed: INodeExecutionData };

/**
 * `execute()` of every trigger, after the provider has its 200. The whole order of a trigger, with
 * its reasons:
 *
 * 1. verify, before anything of a delivery is believed;
 * 2. claim, so that of simultaneous deliveries one starts a run;
 * 3. run: n8n stores the execution and the provider gets its 200, whatever follows may be slow;
 * 4. confirm and download, which can fail. Then the claim is released, the run fails where the user
 *    sees it, and a retry (by n8n or by hand) or a redelivery finds the event unused;
 * 5. settle, when all else is done: what is recorded is never emitted again;
 * 6. emit.
 *
 * n8n runs this on the items that `webhook()` returned (docs/reference/n8n.md 10).
 *
 * @returns the items of the events, without those that were settled before
 */
export async function emit(
	ctx: IExecuteFunctions,
	source: EventSource,
): Promise<INodeExecutionData[][]> {
	const options = triggerOptions(ctx);
	const prepared: Prepared[] = [];
	for (const [index, item] of ctx.getInputData().entries())
		prepared.push(...(await prepare(ctx, source, options, item, index)));

	const items: INodeExecutionData[] = [];
	for (const each of prepared) {
		if ('failed' in each) items.push(each.failed);
		else if (await isNew(ctx, each.event.key, options)) items.push(each.item);
	}
	return [items];
}

/** @returns none when the confirmed event is not one that the trigger asks for */
async function prepare(
	ctx: IExecuteFunctions,
	source: EventSource,
	options: TriggerOptions,
	{ json: given, binary }: INodeExecutionData,
	index: number,
): Promise<Prepared[]> {
	const refusal = refusalError(ctx, given);
	if (refusal) return [{ failed: errorItem(ctx, refusal, index, {}) }];
	const delivered = given as AcceptedEvent;
	try {
		const event = options.confirm ? await confirmed(ctx, source, delivered, options) : delivered;
		const isChanged = event.type !== delivered.type;
		if (isChanged && !isWanted(commaList(ctx.getNodeParameter('events', 0, ['*'])), event.type))
			return [];
		const item = await itemOf(ctx, source, options, event, index);
		const isCaughtUp = delivered.caughtUp === true && isSimplified(ctx);
		const json = isCaughtUp ? { ...item.json, caughtUp: true } : item.json;
		return [{ event, item: { ...(binary && { binary }), ...item, json } }];
	} catch (error) {
		if (isDelivered(ctx)) await releaseClaim(ctx, delivered.key);
		const { jobId } = source.simplify(delivered.body, delivered);
		const ids: IDataObject = { event: delivered.type, eventId: delivered.id };
		return [{ failed: errorItem(ctx, error, index, { ...ids, ...(jobId ? { jobId } : {}) }) }];
	}
}

async function itemOf(
	ctx: IExecuteFunctions,
	source: EventSource,
	{ download, maxFileSize }: TriggerOptions,
	event: AcceptedEvent,
	index: number,
): Promise<INodeExecutionData> {
	const simplified = source.simplify(event.body, event);
	const item = { json: isSimplified(ctx) ? simplified : event.body, pairedItem: { item: index } };
	if (!download) return item;
	const allowLoopback = isLoopbackUrl((await source.baseUrl?.(ctx)) ?? '');
	return await downloadItem(ctx, item, simplified.resultUrls, { maxFileSize, allowLoopback });
}

function isSimplified(ctx: IExecuteFunctions): boolean {
	return ctx.getNodeParameter('simplify', 0, true) !== false;
}

/** Was the run started by a delivery, or by what was caught up? */
function isDelivered(ctx: IExecuteFunctions): boolean {
	return ['webhook', 'trigger'].includes(ctx.getMode());
}

/** Manual and retried executions are never dropped: only a delivery can be a duplicate. */
async function isNew(
	ctx: IExecuteFunctions,
	key: string,
	{ remember }: TriggerOptions,
): Promise<boolean> {
	if (!key || !isDelivered(ctx)) return true;
	const record = async (keys: string[]) => {
		const seen = await ctx.helpers.checkProcessedAndRecord(keys, 'node', {
			mode: 'entries',
			maxEntries: remember,
		});
		return seen.new.map(String);
	};
	try {
		return await settle(scopeOf(ctx), key, record);
	} catch (error) {
		// A lost event is worse than one that may run twice.
		ctx.logger.warn('The event could not be recorded; a redelivery may run again', {
			error: String(error),
		});
		return true;
	}
}
