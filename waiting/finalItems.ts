import type { INodeExecutionData } from 'n8n-workflow';
import type { Created } from './createJobs';
import type { Progress } from './progress';
import type { Place } from './waitState';

/** What a wait remembers of an input item. */
export function placeOf(created: Created): Place {
	return 'job' in created ? { id: created.job.id } : { json: created.item.json };
}

/** One item per input item. One whose job could not be created keeps its error, which n8n's error output needs. */
export function finalItems(created: Created[], progress: Progress): INodeExecutionData[] {
	return progress.items().map((json, item) => {
		const entry = created[item];
		return 'item' in entry ? entry.item : { json, pairedItem: { item } };
	});
}
