import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Callback } from '../../lib/waiting/jobSource';
import { piapiCredential } from './api';
import { callMidjourney } from './callMidjourney';
import { findTask } from './catalogue/findTask';
import type { Task } from './catalogue/types';
import { midjourneyPortProblem } from './midjourneyPortProblem';
import { taskInput } from './taskInput';

/**
 * Builds the task of legacy Midjourney v2 that an item's parameters describe, and answers what creates it. Its operations take
 * what the unified ones take, without an envelope (docs/reference/piapi.md 3). The POST is never repeated.
 *
 * @throws NodeOperationError when a field or the port of the callback is wrong, before anything is
 * created; NodeApiError when PiAPI refuses
 */
export async function prepareMidjourney(
	ctx: IExecuteFunctions,
	itemIndex: number,
	callback: Callback | undefined,
): Promise<() => Promise<IDataObject>> {
	const operation = ctx.getNodeParameter('operation', itemIndex) as string;
	const { baseUrl } = await piapiCredential(ctx);
	const problem = callback && midjourneyPortProblem(callback.url, baseUrl);
	if (problem) {
		throw new NodeOperationError(ctx.getNode(), problem, {
			itemIndex,
			description: 'Or set the option Wait By to Polling. Nothing has been created',
		});
	}

	const input = await taskInput(ctx, itemIndex, taskOf(ctx, operation));
	const tellsProgress = ctx.getNodeParameter('notifyProgress', itemIndex, false) === true;
	const body = {
		...input,
		...(callback && { webhook_endpoint: callback.url, webhook_secret: callback.secret }),
		...(callback && tellsProgress && { notify_progress: true }),
	};
	return async () => await callMidjourney(ctx, { operation, body, itemIndex });
}

function taskOf(ctx: IExecuteFunctions, operation: string): Task {
	const task = findTask('midjourney', `midjourney:${operation}`);
	if (task) return task;
	throw new NodeOperationError(ctx.getNode(), `Midjourney v2 has no operation "${operation}"`);
}
