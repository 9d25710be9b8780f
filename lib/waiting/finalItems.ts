import type { INodeExecutionData } from 'n8n-workflow';
import type { Created } from './createJobs';
import type { Progress } from './progress';
import type { Place } from './waitState';

/** What a wait remembers of an input item. */
export function placeOf(created: Created): Place {
	return 'job' in created ? { id: created.job.id } : { json: created.item.json };
}

/** One item per input item; that of a job that could not be created tells of its error. */
export function finalItems(created: Created[], progress: Progress): INodeExecutionData[] {
	return progress.items().map((json, item) => {
		const entry = created[item];
		return entry && 'item' in entry ? entry.item : { json, pairedItem: { item } };
	});
}
