import {
	N8N_NODES_API_VERSION,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { retryBudget } from '../http/retryBudget';
import { unreachableUrlProblem } from '../http/unreachableUrlProblem';
import { callbackSecret, jobCallbackUrl } from './callbackUrl';
import { cancelJobs } from './cancelJobs';
import { createJobs } from './createJobs';
import { newBeatSecret } from './heartbeat';
import { finalItems, outputs, slotOf } from './items';
import type { Callback, CallsNobody, JobSource } from './jobSource';
import { park } from './park';
import { pollForJobs } from './poll';
import { Progress } from './progress';
import { endWait, keepProgress, waitKey } from './waitTable';
import { endOf, type WaitSettings } from './waitSettings';
import { nextRound, openWait } from './waitState';

const POLLED =
	'This n8n can wake an execution on its first output only (2.39 and later on all). Since Separate Failed is on, the provider was asked again and again instead.';

/**
 * Creates a job for every input item and waits for all of them: parked until they are called back
 * about, or polling.
 *
 * @returns one item per input item in input order, when no parking was needed; else `collect` does
 * @throws NodeOperationError when the provider could not call back, before anything is created
 */
export async function waitForJobs(
	ctx: IExecuteFunctions,
	source: JobSource,
	settings: WaitSettings,
): Promise<INodeExecutionData[][]> {
	if (settings.polling) return await pollForJobs(ctx, source, settings);
	const { separateFailed, concurrency } = settings;
	if (separateFailed && !resumesAllOutputs(ctx)) {
		ctx.addExecutionHints({ message: POLLED, location: 'outputPane' });
		return await pollForJobs(ctx, source, settings);
	}
	const url = resumeUrl(ctx);
	const callbackFor =
		source.calls === 'nobody' ? () => undefined : await ownCallbacks(ctx, source, url);
	const created = await createJobs(ctx, source, concurrency, callbackFor);

	const places = created.map((entry) => slotOf(entry, source.remembers));
	const state = openWait(ctx, {
		...{ places, separateFailed, ...endOf(settings, places) },
		beatSecret: newBeatSecret(),
		checkEvery: await pauseBetweenLooks(ctx, source, settings),
	});
	const key = waitKey(ctx.getExecutionId(), ctx.getNode().id, state.round);
	const progress = new Progress(state);
	for (const entry of created) if ('job' in entry) progress.learn(entry.job);

	// Callbacks that came before the execution was parked were answered 409 by n8n.
	if (!(await hasEnoughAlready(ctx, source, progress))) {
		if (progress.knowsAny) keepProgress(key, progress);
		return await park(ctx, { state, key, url });
	}
	endWait(key);
	if (state.cancels) await cancelJobs(ctx, source, progress.unfinished);
	return outputs(finalItems(created, progress.items('pending')), separateFailed);
}

/** The address of this node while its execution is parked. */
export function resumeUrl(ctx: Pick<IExecuteFunctions, 'evaluateExpression' | 'getNode'>): string {
	const url = new URL(String(ctx.evaluateExpression('{{ $execution.resumeUrl }}', 0)));
	url.pathname += `/${ctx.getNode().id}`;
	return url.href;
}

/** Where this execution is called back about the job of an item, and with what. */
async function ownCallbacks(
	ctx: IExecuteFunctions,
	source: Exclude<JobSource, CallsNobody>,
	url: string,
): Promise<(item: number) => Callback> {
	const problem = unreachableUrlProblem(url, await source.baseUrl(ctx));
	if (problem) {
		throw new NodeOperationError(ctx.getNode(), problem, {
			description: 'Or set the option Wait By to Polling. Nothing has been created',
		});
	}
	const [own = ''] = await source.secrets(ctx);
	const place = { executionId: ctx.getExecutionId(), nodeId: ctx.getNode().id };
	const secret = callbackSecret(own, place.executionId, place.nodeId);
	if (source.calls === 'oneUrl') return () => ({ url, secret });
	const round = nextRound(ctx);
	return (item) => ({ url: jobCallbackUrl(url, own, { ...place, round, item }), secret });
}

/**
 * Ms between two heartbeats: at most half of the time for which the provider keeps results, so that
 * none expires between two looks.
 */
async function pauseBetweenLooks(
	ctx: IExecuteFunctions,
	source: JobSource,
	{ checkEvery }: WaitSettings,
): Promise<number> {
	const kept = (await source.keepsResultsFor?.(ctx)) ?? Infinity;
	return Math.min(checkEvery, kept / 2) * 60_000;
}

/**
 * One short try for each job: while it lasts, callbacks get 409. A look that fails here is no reason to
 * lose the jobs: the callbacks and the first heartbeat will tell.
 */
async function hasEnoughAlready(
	ctx: IExecuteFunctions,
	source: JobSource,
	progress: Progress,
): Promise<boolean> {
	if (source.calls === 'nobody') return progress.hasEnough;
	const look = async (id: string) => await source.look(ctx, id, retryBudget.callback);
	return await progress.advance(look).catch(() => false);
}

/**
 * Whether this n8n can resume an execution on a node's second output; before 2.39 what goes there
 * vanishes. No context tells n8n's version, so this looks for what came in 2.39.0 as well: once in
 * the engine, and once in `n8n-workflow`, of which a package installed by hand may carry its own.
 */
function resumesAllOutputs(ctx: IExecuteFunctions): boolean {
	const { getSecureEgressFilter }: Partial<IExecuteFunctions['helpers']> = ctx.helpers;
	const engineKnows = getSecureEgressFilter?.().validateRedirectSync !== undefined;
	return engineKnows && N8N_NODES_API_VERSION !== undefined;
}
