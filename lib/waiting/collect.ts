import {
	sleep,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { keepCredentials } from '../http/credentialCache';
import { retryBudget } from '../http/retryBudget';
import { acknowledge, endWithResponse, refuse } from '../inbound/reply';
import { beatenFor, calledBack, type Call } from './called';
import { cancelJobs } from './cancelJobs';
import { BEAT_HEADER, startBeats } from './heartbeat';
import { outputs } from './items';
import type { LookedAt } from './jobSource';
import type { Progress } from './progress';
import { resumeUrl } from './waitForJobs';
import { claimResume, isBeating } from './waitTable';

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
