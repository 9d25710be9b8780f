import type { UnderWay } from '../../shared/deliveries/createDeliveries.mts';
import { enter } from '../../shared/jobs/enter.mts';
import type { PiapiContext } from '../context.mts';
import type { Task, TaskBehaviour } from '../types.mts';
import { entered } from './startTask.mts';
import { taskError } from './taskError.mts';

/**
 * Ends a task now, as it would have ended or as told; with the callback on its way, if any. Undefined when it
 * had ended already.
 */
export function endTask(
	context: PiapiContext,
	task: Task,
	how: { fail?: TaskBehaviour['fail']; output?: unknown } = {},
): { callback?: UnderWay } | undefined {
	const fail = how.fail ?? task.behaviour.fail ?? false;
	if (!enter(task, fail === false ? 'completed' : 'failed', context.clock.now())) return undefined;
	if (fail !== false) task.error = taskError(fail);
	if (how.output !== undefined) task.output = how.output;
	return { callback: entered(context, task) };
}
