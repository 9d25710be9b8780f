import {
	sleep,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { retryBudget } from '../http/retryBudget';
import { acknowledge, endWithResponse, refuse } from '../inbound/reply';
import type { Delivery } from '../signatures/delivery';
import { parseJson } from '../signatures/parseJson';
import { readDelivery } from '../inbound/readDelivery';
import { equalBytes } from '../signatures/equalBytes';
import { verify } from '../signatures/verify';
import type { Verdict } from '../signatures/verdict';
import { keepCredentials, type KeptCredentials } from '../http/credentialCache';
import { callbackSecret, itemOfCallback } from './callbackUrl';
import { cancelJobs } from './cancelJobs';
import { BEAT_HEADER, beatProof, startBeats } from './heartbeat';
import { outputs } from './items';
import type { CallsOneUrl, CallsUrlPerJob, LookedAt } from './jobSource';
import type { Progress } from './progress';
import { resumeUrl } from './waitForJobs';
import { idsOf, readBeatSecret, readRound, readWait } from './waitState';
import { claimResume, hasEnded, isBeating, progressOf, waitKey } from './waitTable';

/** At the deadline: how long what the provider says is waited for, and what it cancels. In ms. */
const LAST_LOOK_MS = 3_000;
const LAST_CANCEL_MS = 2_000;

/**
 * `webhook()` of a node whose execution is parked: takes a callback, asks the provider's API, and
 * resumes the execution once when every job is done. Answers 200 `accepted`, `duplicate` or `ignored`
 * (progress, an earlier wait); 401 when not authentic; 400 when not understood; 503 when the API could
 * not be asked, so that the provider calls again. Never throws: that would end the execution.
 */
export async function collect(
	ctx: IWebhookFunctions,
	source: LookedAt,
): Promise<IWebhookResponseData> {
	try {
		return await collectOne(ctx, source);
	} catch (error) {
		ctx.logger.warn(`${source.name}: a callback could not be treated yet`, {
			error: String(error),
		});
		return refuse(ctx, 503, 'The job could not be looked at, call again');
	}
}

async function collectOne(ctx: IWebhookFunctions, source: LookedAt): Promise<IWebhookResponseData> {
	const kept = keepCredentials(ctx);
	const proof = ctx.getHeaderData()[BEAT_HEADER];
	const called =
		proof === undefined ? await calledBack(ctx, source, kept) : beatenFor(ctx, String(proof));
	if ('problem' in called) return refuse(ctx, called.status, called.problem);
	if ('answer' in called) return acknowledge(called.answer);
	const { id, key, progress } = called;
	const look = async (job: string) => await source.look(kept.ctx, job, retryBudget.callback);
	const isLate = () => Date.now() >= (progress.state.deadline ?? Infinity);
	if (id !== undefined) await progress.advance(look, id);
	else if (isLate()) await within(LAST_LOOK_MS, progress.lookAtAll(look));
	else await progress.lookAtAll(look);
	if (progress.hasEnough || isLate()) return await resume(ctx, kept.ctx, source, called);
	if (id === undefined) return acknowledge('accepted');
	keepBeating(ctx, key, progress);
	// The callback came before the API knows of it: a later one will find the job done.
	const isOdd = source.calls === 'oneUrl' || !(await isCalledOften(kept.ctx, source));
	return isOdd && !progress.knows(id)
		? refuse(ctx, 503, 'The API does not say yet that the job is done, call again')
		: acknowledge('accepted');
}

/** Which job a callback is about, or what it is answered at once; a heartbeat is about all. */
type Called = { status: number; problem: string } | { answer: 'duplicate' | 'ignored' } | Call;

interface Call {
	id?: string;
	key: string;
	progress: Progress;
}

async function calledBack(
	ctx: IWebhookFunctions,
	source: LookedAt,
	kept: KeptCredentials,
): Promise<Called> {
	if (source.calls === 'oneUrl') return await calledByBody(ctx, source, kept);
	if (source.calls === 'urlPerJob') return await calledByUrl(ctx, source);
	return { status: 401, problem: 'Nobody is expected to call about these jobs' };
}

/** A heartbeat of this wait, or of one before it, which nobody waits for any more. */
function beatenFor(ctx: IWebhookFunctions, proof: string): Called {
	const round = readRound(ctx);
	if (!round) return NOT_WAITING;
	const key = waitKey(ctx.getExecutionId(), ctx.getNode().id, round);
	if (hasEnded(key)) return { answer: 'duplicate' };
	const secret = readBeatSecret(ctx);
	const isOurs =
		secret !== '' && equalBytes(Buffer.from(proof), Buffer.from(beatProof(secret, key)));
	if (!isOurs) return { status: 401, problem: 'Not a heartbeat of this wait' };
	return { key, progress: progressOf(key, () => readWait(ctx)) };
}

/** After a restart, or in another process, a callback begins the heartbeats of its wait anew. */
function keepBeating(ctx: IWebhookFunctions, key: string, progress: Progress) {
	const { beatSecret: secret, checkEvery: every = 0, deadline } = progress.state;
	if (isBeating(key) || !secret || deadline === undefined) return;
	startBeats({ key, url: resumeUrl(ctx), secret, every, deadline });
}

async function isCalledOften(ctx: IWebhookFunctions, source: LookedAt): Promise<boolean> {
	return source.calls === 'urlPerJob' && (await source.callsOften(ctx));
}

async function within(ms: number, work: Promise<void>): Promise<void> {
	const done = new AbortController();
	await Promise.race([work, sleep(ms, done.signal).catch(() => {})]);
	done.abort();
}

const NOT_WAITING = { status: 503, problem: 'The execution is not waiting yet, call again' };

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
	const key = waitKey(ctx.getExecutionId(), ctx.getNode().id, round);
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
	const key = waitKey(executionId, nodeId, round);
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

async function resume(
	ctx: IWebhookFunctions,
	quick: IWebhookFunctions,
	source: LookedAt,
	{ id, key, progress }: Call,
): Promise<IWebhookResponseData> {
	const claim = await claimResume(key, Date.now());
	if (!claim) return acknowledge('duplicate');
	endWithResponse(ctx, claim);
	const { cancels, separateFailed } = progress.state;
	const unfinished = progress.hasEnough ? 'pending' : 'timed_out';
	const items = progress
		.items(unfinished)
		.map((json, item): INodeExecutionData => ({ json, pairedItem: { item } }));
	if (cancels) await within(LAST_CANCEL_MS, cancelJobs(quick, source, progress.unfinished));
	return {
		workflowData: outputs(items, separateFailed),
		// What heartbeats are told ends them.
		webhookResponse: { status: id === undefined ? 'ended' : 'accepted' },
	};
}
