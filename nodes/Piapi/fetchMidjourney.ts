import type { IDataObject } from 'n8n-workflow';
import type { RequestContext } from '../../lib/http/request';
import type { PiapiCall } from './api';
import { callMidjourney } from './callMidjourney';
import { redactSecrets } from './redactSecrets';

/**
 * Reads a task of legacy Midjourney v2: a POST that changes nothing, so it may be repeated; answered
 * with the body of a callback (docs/reference/piapi.md 3).
 *
 * @throws NodeApiError with the likely cause and the remedy
 */
export async function fetchMidjourney(
	ctx: RequestContext,
	taskId: string,
	more: Pick<PiapiCall, 'attempts' | 'timeout' | 'itemIndex'> = {},
): Promise<IDataObject> {
	const call = { operation: 'fetch', body: { task_id: taskId }, repeatable: true, ...more };
	return redactSecrets(await callMidjourney(ctx, call));
}
