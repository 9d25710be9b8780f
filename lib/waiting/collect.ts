import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { acknowledge, endWithResponse, refuse } from '../inbound/reply';
import { claims } from '../inbound/claims';
import type { Delivery } from '../signatures/delivery';
import { parseJson } from '../signatures/parseJson';
import { readDelivery } from '../inbound/readDelivery';
import { verify } from '../signatures/verify';
import type { Verdict } from '../signatures/verdict';
import { keepCredentials } from '../http/credentialCache';
import { callbackSecret } from './callbackSecret';
import type { JobSource } from './jobSource';
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
	const delivery = await readDelivery(ctx);
	if (!delivery) return refuse(ctx, 400, 'The body could not be read as bytes');

	const kept = keepCredentials(ctx);
	let verdict = await verified(kept.ctx, source, delivery);
	if (!verdict.authentic && kept.renew()) verdict = await verified(kept.ctx, source, delivery);
	if (!verdict.authentic) return refuse(ctx, 401, verdict.reason);

	const callback = source.readCallback(parseJson(delivery.body));
	if (!callback) return refuse(ctx, 400, `Not a ${source.name} callback`);
	const round = readRound(ctx);
	if (!round) return refuse(ctx, 503, 'The execution is not waiting yet, call again');
	const key = waitKey(ctx.getExecutionId(), ctx.getNode().id, round);
	if (hasEnded(key)) return acknowledge('duplicate');
	const progress = progressOf(key, () => readWait(ctx));
	if (!idsOf(progress.state).includes(callback.id)) {
		const late = progress.state.earlier.includes(callback.id);
		return late ? acknowledge('ignored') : refuse(ctx, 401, 'The job belongs to another execution');
	}
	if (!callback.done) return acknowledge('ignored');
	const look = async (job: string) => await source.look(kept.ctx, job);
	const allDone = await progress.allDone(look, callback.id);
	// The callback came before the API knows of it: a later one will find the job done.
	if (!progress.knows(callback.id))
		return refuse(ctx, 503, 'The API does not say yet that the job is done, call again');
	return allDone ? await resume(ctx, key, progress) : acknowledge('accepted');
}

async function verified(
	ctx: IWebhookFunctions,
	source: JobSource,
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
