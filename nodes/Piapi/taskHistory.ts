import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../lib/http/isRecord';
import { pathSegment } from '../../lib/http/pathSegment';
import type { RequestContext } from '../../lib/http/request';
import type { RetryBudget } from '../../lib/http/retryBudget';
import { idOf } from '../../lib/text';
import { mapLimited } from '../../lib/waiting/mapLimited';
import { callPiapi } from './api';
import { isTerminal, taskStatus } from './taskStatus';

/** More is refused (docs/reference/piapi.md 1.1). */
const MOST_PER_PAGE = 100;

/** Where the tasks may stand in the answer, whose shape is not documented (docs/reference/piapi.md 5). */
const PLACES = ['list', 'tasks', 'histories', 'items', 'data'];

interface Listing {
	/** The filters, in the provider's words. */
	qs: IDataObject;
	/** How many tasks to read at most. */
	most: number;
	itemIndex?: number;
}

/**
 * Reads the task history page by page, until it is exhausted or enough was read. A page that brings
 * nothing new ends it too: an answer that ignores `page` would go round for ever.
 *
 * @throws NodeApiError
 */
export async function listHistory(
	ctx: RequestContext,
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

/** Reads under way at once: others use the same key, and PiAPI answers 429 to too many. */
const READS_AT_ONCE = 4;

interface Search {
	/** Only tasks created since then. */
	since: Date;
	/** Which of them to read; default all. */
	isWanted?(id: string): boolean;
}

/**
 * Finds the tasks in the history that have ended, and reads each of them once, a few at a time, since
 * only that tells whom PiAPI was to call back (docs/reference/piapi.md 1.1).
 *
 * @param use what is done with each task; secrets are still in it
 * @returns how many could not be read, or used: they are there the next time
 * @throws NodeApiError when the history cannot be listed
 */
export async function readEndedTasks(
	ctx: RequestContext,
	{ since, isWanted = () => true }: Search,
	use: (task: IDataObject) => Promise<void>,
): Promise<number> {
	const qs = { start_time: Math.floor(since.getTime() / 1000) };
	const rows = await listHistory(ctx, { qs, most: Infinity });
	const ids = rows
		.filter(({ status }) => status === undefined || isTerminal(taskStatus(status)))
		.map(({ task_id: id }) => idOf(id))
		.filter((id) => id !== '' && isWanted(id));
	const results = await mapLimited(ids, READS_AT_ONCE, async (id) => {
		// One that fails must not hold up the others.
		const [result] = await Promise.allSettled([readTask(ctx, id).then(use)]);
		return result.status;
	});
	return results.filter((each) => each.status !== 'fulfilled' || each.value === 'rejected').length;
}

/** Reads a task as PiAPI answers it, with its secrets. */
export async function readTask(
	ctx: RequestContext,
	id: string,
	budget?: RetryBudget,
): Promise<IDataObject> {
	const path = `/api/v1/task/${pathSegment(ctx, id)}`;
	return await callPiapi(ctx, { method: 'GET', path, ...budget });
}
