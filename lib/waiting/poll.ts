import { NodeApiError, NodeOperationError, sleep, type IExecuteFunctions } from 'n8n-workflow';
import { retryBudget } from '../http/retryBudget';
import type { Job } from './job';
import type { PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';
import { namingJobs } from './namingJobs';
import type { Progress } from './progress';
import { idsOf, type WaitState } from './waitState';

const SHORTEST_MS = 1_000;
const LONGEST_MS = 15_000;
const GROWTH = 1.5;
const LOOKS_AT_A_TIME = 10;
const CANCELLED = 'The execution was cancelled while it waited for jobs';

/**
 * Waits inside the call, with growing intervals: for AI tools, which cannot park, for an n8n that the
 * provider cannot reach, and for providers that call nobody. Where the provider can hold its answer
 * back it is asked to, unless there are more jobs than can be asked about at a time. Ends when all
 * jobs are done, or at the deadline; a provider that fails meanwhile is asked again.
 *
 * @throws NodeOperationError when the execution is cancelled, NodeApiError when the provider refuses
 * to tell; the jobs are named in it
 */
export async function poll(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	state: WaitState,
	progress: Progress,
	deadline: Date,
): Promise<void> {
	for (let pause = SHORTEST_MS; ; pause = Math.min(pause * GROWTH, LONGEST_MS)) {
		const begun = Date.now();
		const unknown = idsOf(state).filter((id) => !progress.knows(id));
		const longest = unknown.length <= LOOKS_AT_A_TIME ? deadline.getTime() - begun : 0;
		const looks = await mapLimited(unknown, LOOKS_AT_A_TIME, async (id) =>
			progress.learn(await lookAt(ctx, source, id, longest)),
		);
		const failed = looks.find((look) => look.status === 'rejected');
		if (failed && !isPassing(failed.reason)) {
			throw namingJobs(ctx, source, failed.reason, idsOf(state));
		}
		const left = deadline.getTime() - Date.now();
		if (unknown.every((id) => progress.knows(id)) || left <= 0) return;
		if (!(await paused(ctx, Math.min(begun + pause - Date.now(), left)))) {
			const cancelled = new NodeOperationError(ctx.getNode(), CANCELLED);
			throw namingJobs(ctx, source, cancelled, idsOf(state));
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
