import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { callPiapi } from '../../api';
import { redactSecrets } from '../../redactSecrets';

/**
 * Reads the task whose ID the item's `taskId` holds.
 *
 * @throws NodeOperationError when there is none, NodeApiError when PiAPI refuses
 */
export async function getTask(ctx: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	return redactSecrets(
		await callPiapi(ctx, { method: 'GET', path: taskPath(ctx, itemIndex), itemIndex }),
	);
}

/** The address of the task whose ID the item's `taskId` holds. */
export function taskPath(ctx: IExecuteFunctions, itemIndex: number): string {
	const taskId = String(ctx.getNodeParameter('taskId', itemIndex, '')).trim();
	if (taskId) return `/api/v1/task/${encodeURIComponent(taskId)}`;
	throw new NodeOperationError(
		ctx.getNode(),
		'The task ID is empty. Take jobId of the item that created the task',
		{
			itemIndex,
		},
	);
}
