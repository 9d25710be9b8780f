import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { errorItem } from '../operations/errorItem';
import { createJobs } from './createJobs';
import type { Callback, Job, PolledJobs } from './jobSource';

/**
 * Creates a job for every input item and returns them as they are: somebody else waits, or nobody.
 *
 * @param callbackFor what to attach to the job of an item
 * @throws the first error, unless the node continues on fail; a job that has failed already is one
 */
export async function startJobs(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	concurrency: number,
	callbackFor: (itemIndex: number) => Callback | undefined,
): Promise<INodeExecutionData[][]> {
	const created = await createJobs(ctx, source, concurrency, callbackFor);
	return [
		created.map((entry, item) =>
			'item' in entry ? entry.item : startedItem(ctx, source, entry.job, item),
		),
	];
}

function startedItem(
	ctx: IExecuteFunctions,
	source: PolledJobs,
	{ id, json }: Job,
	item: number,
): INodeExecutionData {
	if (json.status !== 'failed') return { json, pairedItem: { item } };
	const message = `${source.name} created the job, but it failed at once: ${String(json.error ?? 'no reason given')}`;
	const error = new NodeOperationError(ctx.getNode(), message, {
		itemIndex: item,
		description: `Job ID ${id}`,
	});
	return errorItem(ctx, error, item, { jobId: id, status: 'failed' });
}
