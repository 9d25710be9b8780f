import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What an input item has become: a job, or an item that is final already. */
export type JobSlot =
	| {
			id: string;
			/** What is shown instead of the id. */
			jobId?: string;
			/** What the provider's later answers may have forgotten. */
			remembered?: IDataObject;
	  }
	| { json: IDataObject };

/** When a wait is over, and what becomes of the rest. */
export interface WaitEnd {
	/** In ms since the epoch. */
	deadline: number;
	/** How many jobs have to be completed; without it, all have to be done. */
	enough?: number;
	/** Whether the jobs that nobody waits for any more are cancelled. */
	cancels?: boolean;
}

/** What a parked execution remembers of its jobs, in the node's context; n8n stores it with the run. */
export interface WaitState extends Partial<WaitEnd> {
	/** Counts the waits of this node in this execution: in a loop there are several. */
	round: number;
	/** One per input item, in order. */
	places: JobSlot[];
	/** Jobs of earlier rounds, whose late callbacks are no forgeries. */
	earlier: string[];
	separateFailed: boolean;
	/** What heartbeats are signed with; n8n keeps the token of the resume URL beside it. */
	beatSecret?: string;
	/** Ms between heartbeats; 0 for none but the one at the deadline. */
	checkEvery?: number;
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
	wait: Omit<WaitState, 'round' | 'earlier'>,
): WaitState {
	const context = ctx.getContext('node') as Record<string, WaitState | undefined>;
	const last = context[KEY];
	const earlier = last ? [...last.earlier, ...idsOf(last)] : [];
	const state: WaitState = { ...wait, round: nextRound(ctx), earlier };
	context[KEY] = state;
	return state;
}

/** The round that is waiting; `undefined` before the execution is parked. */
export function readRound(ctx: IWebhookFunctions): number | undefined {
	return inContext(ctx, `${KEY}?.round`) as number | undefined;
}

/** What the heartbeats of the round that is waiting are signed with. */
export function readBeatSecret(ctx: IWebhookFunctions): string {
	return String(inContext(ctx, `${KEY}?.beatSecret`) ?? '');
}

/** The state of the round that is waiting. Some milliseconds for each hundred jobs. */
export function readWait(ctx: IWebhookFunctions): WaitState {
	return inContext(ctx, KEY) as WaitState;
}

/**
 * `webhook()` has no `getContext`, but expressions do. The node's name is any text, so it is written in
 * escapes, and as an argument: as a property n8n refuses names such as `constructor`.
 */
function inContext(ctx: IWebhookFunctions, what: string): unknown {
	const units = Array.from({ length: ctx.getNode().name.length }, (_, at) =>
		ctx.getNode().name.charCodeAt(at).toString(16).padStart(4, '0'),
	);
	const name = units.map((unit) => `\\u${unit}`).join('');
	return ctx.evaluateExpression(`{{ $("${name}").context.${what} }}`);
}

export function idsOf({ places }: WaitState): string[] {
	return places.flatMap((place) => ('id' in place ? [place.id] : []));
}
