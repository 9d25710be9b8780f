import type {
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { asNodeError } from '../operations/asNodeError';
import { errorItem } from '../operations/errorItem';
import type { Callback, Job } from './job';
import type { PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';

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
	if (failed) throw namingCreated(ctx, source, failed.reason, results);
	return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function namingCreated(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	reason: unknown,
	results: Array<PromiseSettledResult<Created>>,
): NodeApiError | NodeOperationError {
	const error = asNodeError(ctx, reason, 0);
	const ids = results.flatMap((result) =>
		result.status === 'fulfilled' && 'job' in result.value ? [result.value.job.id] : [],
	);
	if (ids.length > 0) {
		const created = `Created at ${source.name} before this, and not waited for: ${ids.join(', ')}`;
		error.description = [error.description, created].filter(Boolean).join('. ');
	}
	return error;
}
