import type { IDataObject } from 'n8n-workflow';
import type { Explained } from '../../lib/http/answerError';
import { isRecord } from '../../lib/http/isRecord';
import type { Answer } from '../../lib/http/providerResponse';
import type { RequestContext } from '../../lib/http/request';
import { lowerTrimmed } from '../../lib/text';
import { asError, sendToPiapi, type PiapiCall } from './api';
import { explainAnswer } from './explainAnswer';

interface MidjourneyCall extends Omit<PiapiCall, 'method' | 'path' | 'qs'> {
	/** The last part of the address, such as `imagine`. */
	operation: string;
}

/**
 * Calls legacy Midjourney v2: always a POST, answered without an envelope with a `task_id`
 * (docs/reference/piapi.md 3).
 *
 * @throws NodeApiError with the likely cause and the remedy
 */
export async function callMidjourney(
	ctx: RequestContext,
	{ operation, ...call }: MidjourneyCall,
): Promise<IDataObject> {
	const answer = await sendToPiapi(ctx, { ...call, method: 'POST', path: `/mj/v2/${operation}` });
	const body = answer.body as IDataObject | undefined;
	if (answer.status >= 300 || !body?.task_id) throw await asError(ctx, answer, call, explain);
	return body;
}

/** A refusal may come with HTTP 200. */
function explain(answer: Answer): Explained {
	const { success, status } = isRecord(answer.body) ? answer.body : {};
	const didNothing = success === false || lowerTrimmed(status) === 'failed';
	return { ...explainAnswer(answer), didNothing };
}
