import type { UnderWay } from '../../shared/deliveries/createDeliveries.mts';
import type { PiapiContext } from '../context.mts';
import { RETRY_AFTER } from '../tasks/retryAfter.mts';
import { secretHeaders } from '../tasks/secretHeaders.mts';
import type { Task } from '../types.mts';
import { viewLegacy } from './viewLegacy.mts';

/** The legacy callback: the fetch answer as body, the secret as header (docs/reference/piapi.md 3). */
export function notifyLegacy(context: PiapiContext, task: Task): UnderWay {
	const { endpoint, secret } = task.webhook;
	const view = structuredClone(viewLegacy(task));
	return context.deliveries.deliver({
		url: endpoint,
		about: { taskId: task.id, event: task.state, model: task.model },
		// How often and when is not stated; as the unified one.
		schedule: RETRY_AFTER,
		timeoutMs: context.settings.deliveryTimeoutMs,
		body: () => JSON.stringify(view),
		headers: ({ credential }) => secretHeaders(secret, credential),
	});
}
