import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * The task ID that an item's `taskId` holds.
 *
 * @throws NodeOperationError when there is none
 */
export function taskIdOf(ctx: IExecuteFunctions, itemIndex: number): string {
	const taskId = String(ctx.getNodeParameter('taskId', itemIndex, '') ?? '').trim();
	if (taskId) return taskId;
	throw new NodeOperationError(
		ctx.getNode(),
		'The task ID is empty. Take jobId of the item that created the task',
		{ itemIndex },
	);
}
