import type { IDataObject } from 'n8n-workflow';
import type { RequestContext } from '../../requests/request';
import { asError, sendToPiapi } from './api';

/**
 * Reads a task of legacy Midjourney v2: a POST that changes nothing, answered without an envelope
 * with the body of a callback (reference/piapi.md 3).
 *
 * @throws NodeApiError with the likely cause and the remedy
 */
export async function fetchMidjourney(ctx: RequestContext, taskId: string): Promise<IDataObject> {
	const answer = await sendToPiapi(ctx, {
		method: 'POST',
		path: '/mj/v2/fetch',
		body: { task_id: taskId },
		repeatable: true,
	});
	const body = answer.body as IDataObject | undefined;
	if (answer.status >= 300 || !body?.task_id) throw asError(ctx, answer, {});
	return body;
}
