import { isObject } from '../../shared/server/jsonOf.mts';
import { goTime } from '../goTime.mts';
import type { Task } from '../types.mts';
import { spellStatus } from './spellStatus.mts';

const CONSUMED = 100_000;

const currentOutput = (task: Task) => {
	if (task.state === 'completed') return task.output;
	if (task.progress > 0 && isObject(task.skeleton)) {
		return { ...task.skeleton, progress: task.progress };
	}
	return task.skeleton;
};

/** A task as create, get and callbacks show it, secret included (docs/reference/piapi.md 1.4). */
export function viewTask(task: Task): Record<string, unknown> {
	return {
		task_id: task.id,
		model: task.model,
		task_type: task.taskType,
		status: spellStatus(task),
		config: { service_mode: task.serviceMode, webhook_config: { ...task.webhook } },
		input: task.input,
		output: currentOutput(task),
		meta: {
			created_at: goTime(task.createdAt, task.eastern),
			started_at: goTime(task.startedAt, task.eastern),
			ended_at: goTime(task.endedAt, task.eastern),
			usage: {
				type: 'point',
				frozen: task.endedAt === null ? CONSUMED : 0,
				consume: task.state === 'completed' ? CONSUMED : 0,
			},
			is_using_private_pool: task.serviceMode === 'private',
		},
		detail: null,
		logs: task.startedAt === null ? null : [],
		error: task.error,
	};
}
