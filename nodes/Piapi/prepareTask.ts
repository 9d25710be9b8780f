import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Callback } from '../../lib/waiting/jobSource';
import { callPiapi } from './api';
import { customTask } from './catalogue/customTask';
import { findTask } from './catalogue/findTask';
import type { Task } from './catalogue/types';
import { taskInput } from './taskInput';

/**
 * Builds the task that an item's parameters describe, and answers what creates it. The POST is never repeated: PiAPI knows no
 * idempotency key, and each one may be billed (docs/reference/piapi.md 1.6).
 *
 * @throws NodeOperationError when a field is wrong, before anything is created; NodeApiError when
 * PiAPI refuses
 */
export async function prepareTask(
	ctx: IExecuteFunctions,
	itemIndex: number,
	callback: Callback | undefined,
): Promise<() => Promise<IDataObject>> {
	const chosen = chosenTask(ctx, itemIndex);
	const input = await taskInput(ctx, itemIndex, chosen);
	const serviceMode = ctx.getNodeParameter('serviceMode', itemIndex, '') as string;
	const config: IDataObject = {
		...(serviceMode && { service_mode: serviceMode }),
		...(callback && { webhook_config: { endpoint: callback.url, secret: callback.secret } }),
	};
	const body = { model: chosen.model, task_type: chosen.taskType, input, config };
	return async () => await createTask(ctx, itemIndex, body);
}

async function createTask(
	ctx: IExecuteFunctions,
	itemIndex: number,
	body: IDataObject,
): Promise<IDataObject> {
	const task = await callPiapi(ctx, { method: 'POST', path: '/api/v1/task', body, itemIndex });
	if (typeof task.task_id === 'string' && task.task_id) return task;
	throw new NodeOperationError(ctx.getNode(), 'PiAPI accepted the task without giving its ID', {
		itemIndex,
		description: 'It may have been created: look at the task history before you create it again',
	});
}

function chosenTask(ctx: IExecuteFunctions, itemIndex: number): Task {
	const family = ctx.getNodeParameter('family', itemIndex) as string;
	if (family === 'custom') {
		const [model, taskType] = ['model', 'taskType'].map((name) =>
			String(ctx.getNodeParameter(name, itemIndex, '')).trim(),
		);
		if (model && taskType) return customTask(model, taskType);
		throw new NodeOperationError(
			ctx.getNode(),
			'A custom task needs both a model and a task type',
			{ itemIndex },
		);
	}
	const id = ctx.getNodeParameter('task', itemIndex) as string;
	const task = findTask(family, id);
	if (task) return task;
	throw new NodeOperationError(
		ctx.getNode(),
		`The family "${family}" has no task "${id}". Choose one from the list`,
		{
			itemIndex,
		},
	);
}
