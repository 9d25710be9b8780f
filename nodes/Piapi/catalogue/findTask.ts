import { families } from './index';
import type { Task } from './types';

/** The task of a family with this id (`<model>:<task_type>[:<variant>]`), if the catalogue has it. */
export function findTask(family: string, taskId: string): Task | undefined {
	return families.find(({ name }) => name === family)?.tasks.find(({ id }) => id === taskId);
}
