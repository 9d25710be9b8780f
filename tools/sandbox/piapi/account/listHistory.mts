import { viewTask } from '../tasks/viewTask.mts';
import type { Task } from '../types.mts';
import { modelGroups } from './modelGroups.mts';

export interface HistoryPage {
	list: Array<Record<string, unknown>>;
	total: number;
	page: number;
	page_size: number;
}

const MOST_PER_PAGE = 100;

/**
 * One page of the history, newest first, or why the query is refused (docs/reference/piapi.md 1.1).
 * The shape of the answer is not documented: this one is a guess.
 */
export function listHistory(tasks: Task[], query: string): HistoryPage | string {
	const parameters = new URLSearchParams(query);
	const number = (name: string, fallback: number) => {
		const text = parameters.get(name) ?? '';
		if (text === '') return fallback;
		return /^\d+$/.test(text) ? Number(text) : Number.NaN;
	};
	const page = number('page', 1);
	const size = number('page_size', 10);
	const start = number('start_time', 0);
	const end = number('end_time', Number.MAX_SAFE_INTEGER);
	const model = parameters.get('model') ?? '';
	if (!(page >= 1)) return 'page must be 1 or more';
	if (!(size >= 1 && size <= MOST_PER_PAGE)) return 'page_size must be from 1 to 100';
	if (Number.isNaN(start) || Number.isNaN(end)) {
		return 'start_time and end_time must be unix timestamps in seconds';
	}
	const models = model === '' ? /./ : modelGroups[model];
	if (!models) return `model must be one of ${Object.keys(modelGroups).join(', ')}`;

	const found = tasks
		.filter((task) => models.test(task.model))
		.filter(({ createdAt }) => createdAt >= start * 1000 && createdAt <= end * 1000)
		.reverse();
	const list = found.slice((page - 1) * size, page * size).map(viewTask);
	return { list, total: found.length, page, page_size: size };
}
