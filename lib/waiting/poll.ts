import {
	NodeApiError,
	NodeOperationError,
	sleep,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { retryBudget } from '../http/retryBudget';
import { cancelJobs } from './cancelJobs';
import { createJobs } from './createJobs';
import { finalItems, outputs, slotOf } from './items';
import type { Job, PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';
import { Progress } from './progress';
import { endOf, type WaitSettings } from './waitSettings';
import { withCreatedJobIds } from './withCreatedJobIds';

const SHORTEST_MS = 1_000;
const LONGEST_MS = 15_000;
const GROWTH = 1.5;
const LOOKS_AT_A_TIME = 10;
const CANCELLED = 'The execution was cancelled while it waited for jobs';

/**
 * Creates a job for every input item and waits for all of them inside the call.
 *
 * @returns one item per input item in input order
 * @throws what `createJobs` throws; NodeOperationError when the execution is cancelled, NodeApiError when
 * the provider refuses to tell; the jobs are named in it
 */
export async function pollForJobs(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	settings: WaitSettings,
): Promise<INodeExecutionData[][]> {
	const { concurrency, separateFailed } = settings;
	const created = await createJobs(ctx, source, concurrency, () => undefined);
	const places = created.map((entry) => slotOf(entry, source.remembers));
	const end = endOf(settings, places);
	const progress = new Progress({ round: 1, places, earlier: [], separateFailed, ...end });
	for (const entry of created) if ('job' in entry) progress.learn(entry.job);
	try {
		await poll(ctx, source, progress, end.deadline);
	} catch (thrown) {
		if (end.cancels) await cancelJobs(ctx, source, progress.unfinished);
		const error = thrown as NodeApiError | NodeOperationError;
		const ids = places.flatMap((place) => ('id' in place ? [place.id] : []));
		throw withCreatedJobIds(ctx, source, error, ids);
	}
	const unfinished = progress.hasEnough ? 'pending' : 'timed_out';
	if (end.cancels) await cancelJobs(ctx, source, progress.unfinished);
	return outputs(finalItems(created, progress.items(unfinished)), separateFailed);
}

/**
 * Looks at the jobs with growing intervals: for AI tools, which cannot park, for an n8n that the
 * provider cannot reach, and for providers that call nobody. Where the provider can hold its answer
 * back it is asked to, unless there are more jobs than can be asked about at a time, or the first one
 * that ends decides. Ends when there is enough, or at the deadline; a provider that fails meanwhile is
 * asked again.
 */
async function poll(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	progress: Progress,
	deadline: number,
): Promise<void> {
	for (let pause = SHORTEST_MS; ; pause = Math.min(pause * GROWTH, LONGEST_MS)) {
		const begun = Date.now();
		const { unfinished } = progress;
		const holds = unfinished.length <= LOOKS_AT_A_TIME && progress.state.enough === undefined;
		const looks = await mapLimited(unfinished, LOOKS_AT_A_TIME, async (id) =>
			progress.learn(await lookAt(ctx, source, id, holds ? deadline - begun : 0)),
		);
		const failed = looks.find((look) => look.status === 'rejected');
		if (failed && !isPassing(failed.reason)) throw failed.reason;
		const left = deadline - Date.now();
		if (progress.hasEnough || left <= 0) return;
		if (!(await paused(ctx, Math.min(begun + pause - Date.now(), left)))) {
			throw new NodeOperationError(ctx.getNode(), CANCELLED);
		}
	}
}

/** No answer, too many requests, a broken server: none of them says anything about the job. */
function isPassing(error: unknown): boolean {
	if (!(error instanceof NodeApiError)) return false;
	const status = Number(error.httpCode);
	return !status || status === 429 || status >= 500;
}

async function lookAt(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	id: string,
	longest: number,
): Promise<Job> {
	return source.lookLong && longest > 0
		? await source.lookLong(ctx, id, longest)
		: await source.look(ctx, id, retryBudget.execution);
}

/** False once the execution was cancelled: `sleep` cannot be aborted, so that is noticed within a second. */
async function paused(ctx: IExecuteFunctions, ms: number): Promise<boolean> {
	const isCancelled = () => ctx.getExecutionCancelSignal()?.aborted === true;
	for (let left = ms; left > 0 && !isCancelled(); left -= SHORTEST_MS) {
		await sleep(Math.min(left, SHORTEST_MS));
	}
	return !isCancelled();
}
