import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { callPiapi } from '../../api';
import { redactSecrets } from '../../redactSecrets';
import { taskIdOf } from '../taskIdOf';
import { pathSegment } from '../../../../lib/http/pathSegment';

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
	return `/api/v1/task/${pathSegment(ctx, taskIdOf(ctx, itemIndex), itemIndex)}`;
}
