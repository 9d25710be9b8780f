import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { downloadItem } from '../results/downloadItem';
import { isLoopbackUrl } from '../http/isLoopbackUrl';
import type { AcceptedEvent } from './event';
import type { EventSource } from './eventSource';
import { settle } from './settle';
import { triggerOptions, type TriggerOptions } from './triggerOptions';

/**
 * `execute()` of every trigger, after the provider has its 200: settle, confirm, simplify, download.
 * n8n runs it on the items that `webhook()` returned (docs/reference/n8n.md 10).
 *
 * @returns the items of the event, or none when it was settled before
 */
export async function emit(
	ctx: IExecuteFunctions,
	source: EventSource,
): Promise<INodeExecutionData[][]> {
	const options = triggerOptions(ctx);
	const simplify = ctx.getNodeParameter('simplify', 0, true) as boolean;
	const items: INodeExecutionData[] = [];
	for (const [index, { json, binary }] of ctx.getInputData().entries()) {
		const event = json as AcceptedEvent;
		if (!(await isNew(ctx, event.key, options))) continue;
		const body =
			options.confirm && source.confirm ? await source.confirm(ctx, event.body) : event.body;
		const simplified = source.simplify(body, event);
		const item: INodeExecutionData = {
			json: simplify ? simplified : body,
			...(binary && { binary }),
			pairedItem: { item: index },
		};
		if (!options.download) items.push(item);
		else
			items.push(
				await downloadItem(
					ctx,
					item,
					simplified.resultUrls,
					await fileLimits(ctx, source, options),
				),
			);
	}
	return [items];
}

async function fileLimits(
	ctx: IExecuteFunctions,
	source: EventSource,
	{ maxFileSize }: TriggerOptions,
) {
	const allowLoopback = isLoopbackUrl((await source.baseUrl?.(ctx)) ?? '');
	return { maxFileSize, allowLoopback };
}

/** Manual and retried executions are never dropped: only a delivery can be a duplicate. */
async function isNew(
	ctx: IExecuteFunctions,
	key: string,
	{ remember }: TriggerOptions,
): Promise<boolean> {
	if (!key || ctx.getMode() !== 'webhook') return true;
	const record = async (keys: string[]) => {
		const seen = await ctx.helpers.checkProcessedAndRecord(keys, 'node', {
			mode: 'entries',
			maxEntries: remember,
		});
		return seen.new.map(String);
	};
	try {
		return await settle(`${ctx.getWorkflow().id}:${ctx.getNode().id}`, key, record);
	} catch (error) {
		// A lost event is worse than one that may run twice.
		ctx.logger.warn('The event could not be recorded; a redelivery may run again', {
			error: String(error),
		});
		return true;
	}
}
