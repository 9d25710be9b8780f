import type { PiapiContext } from '../context.mts';
import type { Task } from '../types.mts';

/** A task for the control methods; throws when there is none of that id. */
export function findTask({ tasks }: PiapiContext, id: string): Task {
	const task = tasks.get(id);
	if (!task) throw new Error(`No task ${id}`);
	return task;
}
