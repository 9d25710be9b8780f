import { NodeOperationError, type IDataObject, type ITriggerFunctions } from 'n8n-workflow';
import type { Missed, Search } from '../../lib/delivery/catchUp';
import { bound } from '../../lib/bound';
import { isRecord } from '../../lib/http/isRecord';
import { idOf, textOf } from '../../lib/text';
import { piapiCredential } from './api';
import { deliverAgain, endpointOf, receiverOf, type Receiver } from './deliverAgain';
import { readEndedTasks } from './taskHistory';
import { webhookSecret } from './webhookSecrets';

/** The history is listed by the time of creation: a task may have been created this long before its end. */
const LONGEST_TASK_MS = 6 * 60 * 60_000;

/** More is left for the next pass, so that a trigger does not use up the limit of the API key. */
const MOST_READS = 100;

/**
 * Whom the tasks of an account call back, by ID: only reading a task tells, and the triggers of an
 * n8n all look through the same history. A task that has ended changes no more.
 */
const endpoints = new Map<string, string>();
const MOST_ENDPOINTS = 20_000;

/**
 * The bodies that PiAPI should have delivered: of the tasks that ended, as it shows them now. Callbacks
 * of parked executions are made up for at once; one that was resumed refuses them.
 */
export async function missedTasks(
	ctx: ITriggerFunctions,
	{ endedSince, isOurs, resumeUrl = '', known }: Search,
): Promise<Missed> {
	const bodies: IDataObject[] = [];
	let reads = 0;
	const isWanted = (id: string) => {
		const endpoint = endpoints.get(id);
		if (known.has(id) || (endpoint !== undefined && !isOurs(endpoint))) return false;
		reads++;
		return reads <= MOST_READS;
	};
	const own = webhookSecret(await piapiCredential(ctx));
	const since = new Date(endedSince - LONGEST_TASK_MS);
	const failed = await readEndedTasks(ctx, { since, isWanted }, async (task) => {
		const endpoint = endpointOf(task);
		const id = idOf(task.task_id);
		const isMissed = endedAfter(task, endedSince);
		const receiver = receiverOf(task, resumeUrl, own);
		if (isMissed && receiver?.to === 'wait') await wake(ctx, task, receiver);
		endpoints.set(id, endpoint);
		bound(endpoints, MOST_ENDPOINTS);
		known.add(id);
		if (isMissed && isOurs(endpoint)) bodies.push(bodyOf(task));
	});
	return { bodies, isComplete: failed === 0 && reads <= MOST_READS };
}

function bodyOf(task: IDataObject): IDataObject {
	return { timestamp: Math.floor(Date.now() / 1000), data: task };
}

/**
 * Calls back about a task that an execution of this n8n waits for.
 *
 * @throws when n8n did not answer or is not ready: the task is looked at again then
 */
async function wake(ctx: ITriggerFunctions, task: IDataObject, receiver: Receiver): Promise<void> {
	const { status } = await deliverAgain(task, receiver);
	if (status >= 500)
		throw new NodeOperationError(ctx.getNode(), `n8n answered a callback with ${status}`);
}

/** One that does not say when it ended may have done so just now. */
function endedAfter({ meta }: IDataObject, since: number): boolean {
	const endedAt = isRecord(meta) ? Date.parse(textOf(meta.ended_at)) : NaN;
	return !(endedAt > 0) || endedAt >= since;
}
