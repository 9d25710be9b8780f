import { enter } from '../../shared/jobs/enter.mts';
import type { PiapiContext } from '../context.mts';
import type { Task } from '../types.mts';
import { entered } from './startTask.mts';

/** Cancels a task. What its status is then is not documented; the vendor's CLI reads `cancelled`. */
export function cancelTask(context: PiapiContext, task: Task): void {
	if (enter(task, 'cancelled', context.clock.now())) entered(context, task);
}
