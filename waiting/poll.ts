import { NodeOperationError, sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Job } from './job';
import type { PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';
import type { Progress } from './progress';
import { idsOf, type WaitState } from './waitState';

const SHORTEST_MS = 1_000;
const LONGEST_MS = 15_000;
const GROWTH = 1.5;
const LOOKS_AT_A_TIME = 10;

/**
 * Waits inside the call, with growing intervals: for AI tools, which cannot park, for an n8n that the
 * provider cannot reach, and for providers that call nobody. Where the provider can hold its answer
 * back it is asked to, unless there are more jobs than can be asked about at a time. Ends when all
 * jobs are done, or at the deadline.
 *
 * @throws NodeOperationError when the execution is cancelled, and what `look` throws
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
		if (failed) await Promise.reject(failed.reason);
		const left = deadline.getTime() - Date.now();
		if (unknown.every((id) => progress.knows(id)) || left <= 0) return;
		await pauseFor(ctx, Math.min(begun + pause - Date.now(), left));
	}
}

async function lookAt(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	id: string,
	longest: number,
): Promise<Job> {
	return source.lookLong && longest > 0
		? await source.lookLong(ctx, id, longest)
		: await source.look(ctx, id);
}

/** `sleep` cannot be aborted, so a cancelled execution is noticed within a second. */
async function pauseFor(ctx: IExecuteFunctions, ms: number) {
	for (let left = ms; left > 0; left -= SHORTEST_MS) {
		if (ctx.getExecutionCancelSignal()?.aborted) {
			throw new NodeOperationError(
				ctx.getNode(),
				'The execution was cancelled while it waited for jobs',
			);
		}
		await sleep(Math.min(left, SHORTEST_MS));
	}
}
