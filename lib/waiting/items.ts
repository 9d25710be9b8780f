import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Created } from './createJobs';
import type { JobSlot } from './waitState';

/** Why a job is not done in the items: its time is up, or enough others are completed. */
export type Unfinished = 'timed_out' | 'pending';

/** What a wait remembers of an input item. */
export function slotOf(created: Created, remembers: readonly string[] = []): JobSlot {
	if (!('job' in created)) return { json: created.item.json };
	const { id, json } = created.job;
	const known = remembers.filter((field) => json[field] !== undefined && json[field] !== null);
	const remembered = Object.fromEntries(known.map((field) => [field, json[field]])) as IDataObject;
	const isShown = typeof json.jobId === 'string' && json.jobId !== id;
	return {
		id,
		...(isShown && { jobId: String(json.jobId) }),
		...(known.length > 0 && { remembered }),
	};
}

/** The item of a job that is not done: with its id, so that it can be looked at later. */
export function unfinishedItem(
	{ id, jobId = id }: Extract<JobSlot, { id: string }>,
	status: Unfinished,
): IDataObject {
	return { jobId, status, resultUrls: [], error: null };
}

/** One item per input item; that of a job that could not be created tells of its error. */
export function finalItems(created: Created[], items: IDataObject[]): INodeExecutionData[] {
	return items.map((json, item) => {
		const entry = created[item];
		return entry && 'item' in entry ? entry.item : { json, pairedItem: { item } };
	});
}

/**
 * The items of a wait on the node's outputs: all on one, or what did not complete on a second. Then
 * each says in `itemIndex` which input item it is about: n8n numbers what resumes a node anew, output
 * by output, and would take it for about another one.
 */
export function outputs(
	items: INodeExecutionData[],
	separateFailed: boolean,
): INodeExecutionData[][] {
	if (!separateFailed) return [items];
	const numbered = items.map((item, itemIndex) => ({ ...item, json: { ...item.json, itemIndex } }));
	const completed = ({ json }: INodeExecutionData) => json.status === 'completed';
	return [numbered.filter(completed), numbered.filter((item) => !completed(item))];
}
