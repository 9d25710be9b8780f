import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createJobs } from './createJobs';
import { finalItems, placeOf } from './finalItems';
import type { PolledJobs } from './jobSource';
import { outputs } from './outputs';
import { poll } from './poll';
import { Progress } from './progress';
import type { WaitSettings } from './waitSettings';
import type { WaitState } from './waitState';

/**
 * Creates a job for every input item and waits for all of them inside the call.
 *
 * @returns one item per input item in input order
 * @throws what `createJobs` and `poll` throw
 */
export async function pollForJobs(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	{ concurrency, maxWait, separateFailed }: Omit<WaitSettings, 'polling'>,
): Promise<INodeExecutionData[][]> {
	const created = await createJobs(ctx, source, concurrency, () => undefined);
	const deadline = new Date(Date.now() + maxWait * 60_000);
	const state: WaitState = { round: 1, places: created.map(placeOf), earlier: [], separateFailed };
	const progress = new Progress(state);
	for (const entry of created) if ('job' in entry) progress.learn(entry.job);
	await poll(ctx, source, state, progress, deadline);
	return outputs(finalItems(created, progress), separateFailed);
}
