import type { IWebhookFunctions } from 'n8n-workflow';
import type { KeptCredentials } from '../http/credentialCache';
import { readDelivery } from '../inbound/readDelivery';
import type { Delivery } from '../signatures/delivery';
import { equalBytes } from '../signatures/equalBytes';
import { parseJson } from '../signatures/parseJson';
import type { Verdict } from '../signatures/verdict';
import { verify } from '../signatures/verify';
import { callbackSecret, itemOfCallback } from './callbackUrl';
import { beatProof } from './heartbeat';
import type { CallsOneUrl, CallsUrlPerJob, LookedAt } from './jobSource';
import type { Progress } from './progress';
import { idsOf, readBeatSecret, readRound, readWait } from './waitState';
import { hasEnded, progressOf, waitKey } from './waitTable';

const NOT_WAITING = { status: 503, problem: 'The execution is not waiting yet, call again' };

/** Which job a callback is about, or what it is answered at once; a heartbeat is about all. */
export type Called =
	| { status: number; problem: string }
	| { answer: 'duplicate' | 'ignored' }
	| Call;

export interface Call {
	id?: string;
	key: string;
	progress: Progress;
}

/** Is a callback authentic, and about which job? */
export async function calledBack(
	ctx: IWebhookFunctions,
	source: LookedAt,
	kept: KeptCredentials,
): Promise<Called> {
	if (source.calls === 'oneUrl') return await calledByBody(ctx, source, kept);
	if (source.calls === 'urlPerJob') return await calledByUrl(ctx, source);
	return { status: 401, problem: 'Nobody is expected to call about these jobs' };
}

/** A heartbeat of this wait, or of one before it, which nobody waits for any more. */
export function beatenFor(ctx: IWebhookFunctions, proof: string): Called {
	const round = readRound(ctx);
	if (!round) return NOT_WAITING;
	const key = keyOf(ctx, round);
	if (hasEnded(key)) return { answer: 'duplicate' };
	const secret = readBeatSecret(ctx);
	const isOurs =
		secret !== '' && equalBytes(Buffer.from(proof), Buffer.from(beatProof(secret, key)));
	if (!isOurs) return { status: 401, problem: 'Not a heartbeat of this wait' };
	return { key, progress: progressOf(key, () => readWait(ctx)) };
}

async function calledByBody(
	ctx: IWebhookFunctions,
	source: CallsOneUrl,
	kept: KeptCredentials,
): Promise<Called> {
	const delivery = await readDelivery(ctx);
	if (!delivery) return { status: 400, problem: 'The body could not be read as bytes' };
	let verdict = await verified(kept.ctx, source, delivery);
	if (!verdict.authentic && kept.renew()) verdict = await verified(kept.ctx, source, delivery);
	if (!verdict.authentic) return { status: 401, problem: verdict.reason };
	const callback = source.readCallback(parseJson(delivery.body));
	if (!callback) return { status: 400, problem: `Not a ${source.name} callback` };
	const round = readRound(ctx);
	if (!round) return NOT_WAITING;
	const key = keyOf(ctx, round);
	if (hasEnded(key)) return { answer: 'duplicate' };
	const progress = progressOf(key, () => readWait(ctx));
	if (!idsOf(progress.state).includes(callback.id)) {
		if (progress.state.earlier.includes(callback.id)) return { answer: 'ignored' };
		return { status: 401, problem: 'The job belongs to another execution' };
	}
	return callback.done ? { id: callback.id, key, progress } : { answer: 'ignored' };
}

/** The URL says which item it is about; a changed one is refused before anybody is asked. */
async function calledByUrl(ctx: IWebhookFunctions, source: CallsUrlPerJob): Promise<Called> {
	const round = readRound(ctx);
	if (!round) return NOT_WAITING;
	const [executionId, nodeId] = [ctx.getExecutionId(), ctx.getNode().id];
	const query = new URL(ctx.getRequestObject().originalUrl, 'http://n8n').search;
	const secrets = await source.secrets(ctx);
	const itemIn = (at: number) => itemOfCallback(query, secrets, { executionId, nodeId, round: at });
	const item = itemIn(round);
	if (item === undefined) {
		const isEarlier = Array.from({ length: round - 1 }, (_, at) => round - 1 - at).some(
			(earlier) => itemIn(earlier) !== undefined,
		);
		if (isEarlier) return { answer: 'ignored' };
		return { status: 401, problem: 'This URL was not made for this execution' };
	}
	const key = keyOf(ctx, round);
	if (hasEnded(key)) return { answer: 'duplicate' };
	const progress = progressOf(key, () => readWait(ctx));
	const place = progress.state.places[item];
	return place && 'id' in place ? { id: place.id, key, progress } : { answer: 'ignored' };
}

async function verified(
	ctx: IWebhookFunctions,
	source: CallsOneUrl,
	delivery: Delivery,
): Promise<Verdict> {
	const secrets = (await source.secrets(ctx)).map((secret) =>
		callbackSecret(secret, ctx.getExecutionId(), ctx.getNode().id),
	);
	return verify(source.scheme, { secrets }, delivery, { now: Date.now(), tolerance: Infinity });
}

function keyOf(ctx: IWebhookFunctions, round: number): string {
	return waitKey(ctx.getExecutionId(), ctx.getNode().id, round);
}
