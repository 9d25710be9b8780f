import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';
import type { Missed, Search } from '../../lib/delivery/catchUp';
import { isRecord } from '../../lib/http/isRecord';
import { idOf, textOf } from '../../lib/text';
import { readEndedTasks } from './taskHistory';

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

/** How long n8n may take to resume an execution, in ms. */
const WAKE_TIMEOUT = 15_000;

/**
 * The bodies that PiAPI should have delivered: of the tasks that ended, as it shows them now. Callbacks
 * of parked executions are made up for at once; one that was resumed refuses them.
 */
export async function missedTasks(
	ctx: ITriggerFunctions,
	{ endedSince, isOurs, isParked, known }: Search,
): Promise<Missed> {
	const bodies: IDataObject[] = [];
	let reads = 0;
	const isWanted = (id: string) => {
		const endpoint = endpoints.get(id);
		if (known.has(id) || (endpoint !== undefined && !isOurs(endpoint))) return false;
		reads++;
		return reads <= MOST_READS;
	};
	const since = new Date(endedSince - LONGEST_TASK_MS);
	const failed = await readEndedTasks(ctx, { since, isWanted }, async (task) => {
		const endpoint = textOf(callbackOf(task).endpoint);
		const id = idOf(task.task_id);
		const isMissed = endedAfter(task, endedSince);
		if (isMissed && isParked(endpoint)) await wake(ctx, endpoint, task);
		remember(id, endpoint);
		known.add(id);
		if (isMissed && isOurs(endpoint)) bodies.push(bodyOf(task));
	});
	return { bodies, isComplete: failed === 0 && reads <= MOST_READS };
}

function bodyOf(task: IDataObject): IDataObject {
	return { timestamp: Math.floor(Date.now() / 1000), data: task };
}

function callbackOf({ config }: IDataObject): IDataObject {
	const callback = isRecord(config) ? config.webhook_config : undefined;
	return isRecord(callback) ? callback : {};
}

/** Calls back as PiAPI would have. @throws when n8n cannot be reached or is not ready */
async function wake(ctx: ITriggerFunctions, endpoint: string, task: IDataObject): Promise<void> {
	await ctx.helpers.httpRequest({
		method: 'POST',
		url: endpoint,
		headers: { 'x-webhook-secret': textOf(callbackOf(task).secret) },
		body: bodyOf(task),
		json: true,
		ignoreHttpStatusErrors: true,
		timeout: WAKE_TIMEOUT,
	});
}

/** One that does not say when it ended may have done so just now. */
function endedAfter({ meta }: IDataObject, since: number): boolean {
	const endedAt = isRecord(meta) ? Date.parse(textOf(meta.ended_at)) : NaN;
	return !(endedAt > 0) || endedAt >= since;
}

function remember(id: string, endpoint: string): void {
	endpoints.set(id, endpoint);
	if (endpoints.size > MOST_ENDPOINTS) endpoints.delete(endpoints.keys().next().value ?? '');
}
