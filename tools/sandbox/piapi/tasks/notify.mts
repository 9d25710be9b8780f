import type { UnderWay } from '../../shared/deliveries/createDeliveries.mts';
import type { PiapiContext } from '../context.mts';
import { notifyLegacy } from '../midjourney/notifyLegacy.mts';
import type { Task } from '../types.mts';
import { RETRY_AFTER } from './retryAfter.mts';
import { secretHeaders } from './secretHeaders.mts';
import { viewTask } from './viewTask.mts';

/** Sends the task's callback as it is now, whether its state asks for one or not. */
export function deliverTask(context: PiapiContext, task: Task): UnderWay | undefined {
	const { endpoint, secret } = task.webhook;
	if (endpoint === '') return undefined;
	if (task.legacy) return notifyLegacy(context, task);
	const createdAt = context.clock.now();
	const data = structuredClone(viewTask(task));
	return context.deliveries.deliver({
		url: endpoint,
		about: { taskId: task.id, event: task.state, model: task.model },
		schedule: RETRY_AFTER,
		timeoutMs: context.settings.deliveryTimeoutMs,
		// A retry carries the timestamp of its first attempt: it tells repeats apart.
		body: ({ shiftMs }) =>
			JSON.stringify({ timestamp: Math.floor((createdAt + shiftMs) / 1000), data }),
		headers: ({ credential }) => secretHeaders(secret, credential),
	});
}

/** Sends the callback that this change of state asks for; undefined when it asks for none. */
export function notify(context: PiapiContext, task: Task): UnderWay | undefined {
	const { state, behaviour, legacy } = task;
	if (state === 'cancelled') return undefined;
	const terminal = state === 'completed' || state === 'failed';
	const wanted = terminal || (behaviour.events ?? []).includes(state);
	const progress = legacy?.notifyProgress === true && state === 'processing' && task.progress > 0;
	return wanted || progress ? deliverTask(context, task) : undefined;
}
