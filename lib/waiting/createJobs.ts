import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { errorItem } from '../operations/errorItem';
import { purchases } from '../operations/purchases';
import type { Callback, Job, PolledJobs } from './jobSource';
import { mapLimited } from './mapLimited';
import { withCreatedJobIds } from './withCreatedJobIds';

/** What became of an input item: a job, or the item that tells of its error. */
export type Created = { job: Job } | { item: INodeExecutionData };

type Checked = { send: () => Promise<Job> } | Created;

/**
 * Creates the job of every input item, at most `concurrency` at a time, in the order of the items.
 * First the requests of all items are built and checked, so that a wrong one costs nothing. What a
 * try before this one has created (Retry On Fail) is taken up, and not bought again.
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
	const bought = purchases<Job>(ctx);
	const check = async (_: INodeExecutionData, itemIndex: number): Promise<Checked> => {
		const job = bought.of(itemIndex);
		if (job) return { job };
		try {
			bought.refuseLost(itemIndex);
			return { send: await source.prepare(ctx, itemIndex, callbackFor(itemIndex)) };
		} catch (error) {
			return { item: errorItem(ctx, error, itemIndex) };
		}
	};
	const create = async (checked: Checked, itemIndex: number): Promise<Created> => {
		if (!('send' in checked)) return checked;
		try {
			const { send } = checked;
			return { job: await bought.buy(itemIndex, send, source.ifLost?.(itemIndex)) };
		} catch (error) {
			return { item: errorItem(ctx, error, itemIndex) };
		}
	};
	const all = async <Item>(
		items: Item[],
		map: (item: Item, itemIndex: number) => Promise<Checked>,
	) => {
		const results = await mapLimited(items, concurrency, map);
		const failed = results.find((result) => result.status === 'rejected');
		const ids = ctx.getInputData().flatMap((_, index) => idsOf(bought.of(index)));
		if (failed) throw withCreatedJobIds(ctx, source, failed.reason, ids);
		return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
	};
	const checked = await all(ctx.getInputData(), check);
	return (await all(checked, create)) as Created[];
}

function idsOf(job: Job | undefined): string[] {
	return job ? [String(job.json.jobId ?? job.id)] : [];
}
