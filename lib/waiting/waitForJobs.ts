import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { retryBudget } from '../http/retryBudget';
import { unreachableUrl } from '../http/unreachableUrlProblem';
import { callbackSecret } from './callbackSecret';
import { jobCallbackUrl } from './callbackUrl';
import { createJobs } from './createJobs';
import { finalItems, placeOf } from './finalItems';
import type { Callback } from './job';
import type { JobSource } from './jobSource';
import { outputs } from './outputs';
import { park } from './park';
import { pollForJobs } from './pollForJobs';
import type { Progress } from './progress';
import { endProgress, progressOf, waitKey } from './progresses';
import { resumesAllOutputs } from './resumesAllOutputs';
import type { WaitSettings } from './waitSettings';
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
	if (settings.separateFailed && !resumesAllOutputs(ctx)) {
		ctx.addExecutionHints({ message: POLLED, location: 'outputPane' });
		return await pollForJobs(ctx, source, settings);
	}
	const callbackFor = await ownCallbacks(ctx, source);
	const created = await createJobs(ctx, source, settings.concurrency, callbackFor);
	const deadline = new Date(Date.now() + settings.maxWait * 60_000);

	const state = openWait(ctx, created.map(placeOf), settings.separateFailed);
	const key = waitKey(ctx.getExecutionId(), ctx.getNode().id, state.round);
	const progress = progressOf(key, () => state);
	for (const entry of created) if ('job' in entry) progress.learn(entry.job);

	// Callbacks that came before the execution was parked were answered 409 by n8n.
	if (!(await allDoneAlready(ctx, source, progress))) return await park(ctx, state, deadline);
	endProgress(key);
	return outputs(finalItems(created, progress), settings.separateFailed);
}

/** Where this execution is called back about the job of an item, and with what. */
async function ownCallbacks(
	ctx: IExecuteFunctions,
	source: JobSource,
): Promise<(item: number) => Callback> {
	const url = new URL(String(ctx.evaluateExpression('{{ $execution.resumeUrl }}', 0)));
	url.pathname += `/${ctx.getNode().id}`;
	const problem = unreachableUrl(url.href, await source.baseUrl(ctx));
	if (problem) {
		throw new NodeOperationError(ctx.getNode(), problem, {
			description: 'Or set the option Wait By to Polling. Nothing has been created',
		});
	}
	const [own = ''] = await source.secrets(ctx);
	const place = { executionId: ctx.getExecutionId(), nodeId: ctx.getNode().id };
	const secret = callbackSecret(own, place.executionId, place.nodeId);
	if (!source.urlPerJob) return () => ({ url: url.href, secret });
	const round = nextRound(ctx);
	return (item) => ({ url: jobCallbackUrl(url.href, own, { ...place, round, item }), secret });
}

/**
 * One short try for each job: while it lasts, callbacks get 409. A look that fails here is no reason to
 * lose the jobs: the callbacks will tell.
 */
async function allDoneAlready(
	ctx: IExecuteFunctions,
	source: JobSource,
	progress: Progress,
): Promise<boolean> {
	const look = async (id: string) => await source.look(ctx, id, retryBudget.callback);
	return await progress.allDone(look).catch(() => false);
}
