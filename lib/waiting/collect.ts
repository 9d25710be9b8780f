import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { retryBudget } from '../http/retryBudget';
import { acknowledge, endWithResponse, refuse } from '../inbound/reply';
import { claims } from '../inbound/claims';
import type { Delivery } from '../signatures/delivery';
import { parseJson } from '../signatures/parseJson';
import { readDelivery } from '../inbound/readDelivery';
import { verify } from '../signatures/verify';
import type { Verdict } from '../signatures/verdict';
import { keepCredentials, type KeptCredentials } from '../http/credentialCache';
import { callbackSecret } from './callbackSecret';
import { itemOfCallback } from './callbackUrl';
import type { CallsOneUrl, CallsUrlPerJob, JobSource } from './jobSource';
import { outputs } from './outputs';
import type { Progress } from './progress';
import { endProgress, hasEnded, progressOf, waitKey } from './progresses';
import { idsOf, readRound, readWait } from './waitState';

/** Waiting executions are resumed once, so one claim per wait is all there is to remember. */
const RESUME = 'resume';

/**
 * `webhook()` of a node whose execution is parked: takes a callback, asks the provider's API, and
 * resumes the execution once when every job is done. Answers 200 `accepted`, `duplicate` or `ignored`
 * (progress, an earlier wait); 401 when not authentic; 400 when not understood; 503 when the API could
 * not be asked, so that the provider calls again. Never throws: that would end the execution.
 */
export async function collect(
	ctx: IWebhookFunctions,
	source: JobSource,
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

async function collectOne(
	ctx: IWebhookFunctions,
	source: JobSource,
): Promise<IWebhookResponseData> {
	const kept = keepCredentials(ctx);
	const called = source.urlPerJob
		? await calledByUrl(ctx, source)
		: await calledByBody(ctx, source, kept);
	if ('problem' in called) return refuse(ctx, called.status, called.problem);
	if ('answer' in called) return acknowledge(called.answer);
	const { id, key, progress } = called;
	const look = async (job: string) => await source.look(kept.ctx, job, retryBudget.callback);
	const allDone = await progress.allDone(look, id);
	// The callback came before the API knows of it: a later one will find the job done.
	if (!progress.knows(id) && !(source.urlPerJob && (await source.callsOften(kept.ctx))))
		return refuse(ctx, 503, 'The API does not say yet that the job is done, call again');
	return allDone ? await resume(ctx, key, progress) : acknowledge('accepted');
}

/** Which job a callback is about, or what it is answered at once. */
type Called =
	| { status: number; problem: string }
	| { answer: 'duplicate' | 'ignored' }
	| { id: string; key: string; progress: Progress };

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
	key: string,
	progress: Progress,
): Promise<IWebhookResponseData> {
	const claim = await claims.take(`wait:${key}`, RESUME, 1, Date.now());
	if (!claim) return acknowledge('duplicate');
	endWithResponse(ctx, (resumed) => {
		if (resumed) endProgress(key);
		claim(resumed);
	});
	const items = progress
		.items()
		.map((json, item): INodeExecutionData => ({ json, pairedItem: { item } }));
	return {
		workflowData: outputs(items, progress.state.separateFailed),
		webhookResponse: { status: 'accepted' },
	};
}
