import type { FastifyRequest } from 'fastify';
import { pathOf } from '../../shared/server/pathOf.mts';
import type { PiapiContext } from '../context.mts';
import type { Task } from '../types.mts';
import { endTask } from './endTask.mts';

/**
 * With the fault `early`: ends the task and waits for the first attempt of its callback, so that
 * it arrives before the create answer.
 */
export async function endEarly(
	context: PiapiContext,
	task: Task,
	request: FastifyRequest,
): Promise<void> {
	const { path } = pathOf(request);
	const [early] = context.faults.takeEndpoint(['early'], { method: 'POST', path });
	if (early) await endTask(context, task)?.callback?.firstAttempt;
}
