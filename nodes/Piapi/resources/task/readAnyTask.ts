import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { asNodeError } from '../../../../lib/operations/asNodeError';
import { fetchMidjourney } from '../../fetchMidjourney';
import { simplifyMidjourney } from '../../simplifyMidjourney';
import { simplifyTask } from '../../simplifyTask';
import { taskIdOf } from '../taskIdOf';
import { getTask } from './getTask';

/**
 * Reads the task whose ID the item's `taskId` holds and simplifies it. An ID does not tell which API
 * it is of, so legacy Midjourney v2 is asked for what the unified API does not give.
 *
 * @throws NodeOperationError when there is no ID, NodeApiError what the unified API said when neither
 *   knows the task
 */
export async function readAnyTask(ctx: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const taskId = taskIdOf(ctx, itemIndex);
	try {
		return simplifyTask(await getTask(ctx, itemIndex));
	} catch (refusal) {
		const legacy = await fetchMidjourney(ctx, taskId, { attempts: 1, itemIndex }).catch(() => null);
		if (!legacy) throw asNodeError(ctx, refusal, itemIndex);
		return simplifyMidjourney(legacy);
	}
}
