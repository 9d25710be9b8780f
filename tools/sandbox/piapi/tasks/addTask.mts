import { randomUUID } from 'node:crypto';
import type { PiapiContext } from '../context.mts';
import { outputOf } from '../outputs.mts';
import type { LegacyRequest, Task } from '../types.mts';
import type { CreateOrder } from './parseCreate.mts';
import { taskError } from './taskError.mts';
import { takeBehaviour } from './takeBehaviour.mts';

/** Makes a task from an order and the behaviour asked for; it does not run yet. */
export function addTask(context: PiapiContext, order: CreateOrder, legacy?: LegacyRequest): Task {
	const { clock, random, settings, server, tasks } = context;
	const behaviour = takeBehaviour(context, order);
	const id = randomUUID();
	const statusCase = behaviour.statusCase ?? settings.statusCase;
	const { output, skeleton } = outputOf(order, {
		base: server.url(),
		id,
		bytes: behaviour.fileBytes,
		results: behaviour.results,
	});
	const capital = random() < 0.5;
	const task: Task = {
		...order,
		id,
		state: 'pending',
		createdAt: clock.now(),
		startedAt: null,
		endedAt: null,
		progress: 0,
		reads: 0,
		behaviour,
		statusCase: statusCase === 'mixed' ? (capital ? 'capitalised' : 'lower') : statusCase,
		eastern: random() < 0.5,
		error: taskError(),
		output: behaviour.output ?? output,
		skeleton,
		legacy,
	};
	tasks.set(id, task);
	return task;
}
