import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { errorItem } from '../operations/errorItem';
import type { Callback, Job } from './job';
import type { PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';
import { namingJobs } from './namingJobs';

/** What became of an input item: a job, or the item that tells of its error. */
export type Created = { job: Job } | { item: INodeExecutionData };

/**
 * Creates the job of every input item, at most `concurrency` at a time, in the order of the items.
 *
 * @param callbackFor what to attach to the job of an item
 * @throws the first error, unless the node continues on fail; the jobs created before are named in it,
 * since they may cost money
 */
export async function createJobs(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	concurrency: number,
	callbackFor: (itemIndex: number) => Callback | undefined,
): Promise<Created[]> {
	const create = async (_: INodeExecutionData, itemIndex: number): Promise<Created> => {
		try {
			return { job: await source.create(ctx, itemIndex, callbackFor(itemIndex)) };
		} catch (error) {
			return { item: errorItem(ctx, error, itemIndex) };
		}
	};
	const results = await mapLimited(ctx.getInputData(), concurrency, create);
	const failed = results.find((result) => result.status === 'rejected');
	if (failed) throw namingJobs(ctx, source, failed.reason, createdIds(results));
	return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function createdIds(results: Array<PromiseSettledResult<Created>>): string[] {
	return results.flatMap((result) =>
		result.status === 'fulfilled' && 'job' in result.value
			? [String(result.value.job.json.jobId ?? result.value.job.id)]
			: [],
	);
}
