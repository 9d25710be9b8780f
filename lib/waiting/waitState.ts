import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What an input item has become: a job, or an item that is final already. */
export type Place = { id: string; jobId?: string } | { json: IDataObject };

/** What a parked execution remembers of its jobs, in the node's context; n8n stores it with the run. */
export interface WaitState {
	/** Counts the waits of this node in this execution: in a loop there are several. */
	round: number;
	/** One per input item, in order. */
	places: Place[];
	/** Jobs of earlier rounds, whose late callbacks are no forgeries. */
	earlier: string[];
	separateFailed: boolean;
}

const KEY = 'pihooksWait';

/** The number of the round that `openWait` opens next. */
export function nextRound(ctx: IExecuteFunctions): number {
	const { [KEY]: last } = ctx.getContext('node') as Record<string, WaitState | undefined>;
	return (last?.round ?? 0) + 1;
}

/** Opens the next round of this node in this execution. */
export function openWait(
	ctx: IExecuteFunctions,
	places: Place[],
	separateFailed: boolean,
): WaitState {
	const context = ctx.getContext('node') as Record<string, WaitState | undefined>;
	const last = context[KEY];
	const state: WaitState = {
		round: nextRound(ctx),
		places,
		earlier: last ? [...last.earlier, ...idsOf(last)] : [],
		separateFailed,
	};
	context[KEY] = state;
	return state;
}

/** The round that is waiting; `undefined` before the execution is parked. */
export function readRound(ctx: IWebhookFunctions): number | undefined {
	return inContext(ctx, `${KEY}?.round`) as number | undefined;
}

/** The state of the round that is waiting. Some milliseconds for each hundred jobs. */
export function readWait(ctx: IWebhookFunctions): WaitState {
	return inContext(ctx, KEY) as WaitState;
}

/** `webhook()` has no `getContext`, but expressions do. */
function inContext(ctx: IWebhookFunctions, what: string): unknown {
	// A node's name is any text; braces would end the expression.
	const name = JSON.stringify(ctx.getNode().name).replace(
		/[{}]/g,
		(brace) => `\\u00${brace.charCodeAt(0).toString(16)}`,
	);
	return ctx.evaluateExpression(`{{ $node[${name}].context.${what} }}`);
}

export function idsOf({ places }: WaitState): string[] {
	return places.flatMap((place) => ('id' in place ? [place.id] : []));
}
