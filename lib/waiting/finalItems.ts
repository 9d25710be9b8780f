import type { INodeExecutionData } from 'n8n-workflow';
import type { Created } from './createJobs';
import type { Progress } from './progress';
import type { Place } from './waitState';

/** What a wait remembers of an input item. */
export function placeOf(created: Created): Place {
	if (!('job' in created)) return { json: created.item.json };
	const { id, json } = created.job;
	const isShown = typeof json.jobId === 'string' && json.jobId !== id;
	return { id, ...(isShown && { jobId: String(json.jobId) }) };
}

/** One item per input item; that of a job that could not be created tells of its error. */
export function finalItems(created: Created[], progress: Progress): INodeExecutionData[] {
	return progress.items().map((json, item) => {
		const entry = created[item];
		return entry && 'item' in entry ? entry.item : { json, pairedItem: { item } };
	});
}
