import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../../lib/http/isRecord';
import { callPiapi } from '../../api';

/** More is refused (docs/reference/piapi.md 1.1). */
const MOST_PER_PAGE = 100;

/** Where the tasks may stand in the answer, whose shape is not documented (docs/reference/piapi.md 5). */
const PLACES = ['list', 'tasks', 'histories', 'items', 'data'];

interface Listing {
	/** The filters, in the provider's words. */
	qs: IDataObject;
	/** How many tasks to read at most. */
	most: number;
	itemIndex: number;
}

/**
 * Reads the task history page by page, until it is exhausted or enough was read. A page that brings
 * nothing new ends it too: an answer that ignores `page` would go round for ever.
 *
 * @throws NodeApiError
 */
export async function listHistory(
	ctx: IExecuteFunctions,
	{ qs, most, itemIndex }: Listing,
): Promise<IDataObject[]> {
	const size = Math.min(MOST_PER_PAGE, most);
	const found = new Map<string, IDataObject>();
	for (let page = 1; found.size < most; page++) {
		const tasks = tasksIn(
			await callPiapi(ctx, {
				method: 'GET',
				path: '/api/open/tasks/histories',
				qs: { ...qs, page, page_size: size },
				itemIndex,
			}),
		);
		const before = found.size;
		for (const task of tasks) found.set(String(task.task_id ?? JSON.stringify(task)), task);
		if (tasks.length < size || found.size === before) break;
	}
	return [...found.values()].slice(0, most);
}

function tasksIn(data: unknown): IDataObject[] {
	const list = isRecord(data) ? PLACES.map((place) => data[place]).find(Array.isArray) : data;
	return Array.isArray(list) ? list.filter(isRecord) : [];
}
