import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { answerError } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import { isRecord } from '../../lib/http/isRecord';
import type { RequestContext } from '../../lib/http/request';
import { send } from '../../lib/http/send';
import { readCredential, type PipevestCredential } from './credential';
import { explainAnswer } from './explainAnswer';

export interface PipevestCall {
	method: IHttpRequestMethods;
	/** From `/v1` on, beginning with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Default: a new one for each call. */
	idempotencyKey?: string;
	/** That there is nothing is no failure, and answered with `null`. */
	missingIsFine?: boolean;
	itemIndex?: number;
	/** Whether a POST or PUT may be repeated. */
	repeatable?: boolean;
	/** How often a repeatable call is tried in all. */
	attempts?: number;
	/** In ms. */
	timeout?: number;
}

export async function pipevestCredential(ctx: RequestContext): Promise<PipevestCredential> {
	return readCredential(await ctx.getCredentials('pipevestApi'));
}

/**
 * Calls Pipevest, signed by the credential, and opens the envelope where the answer has one
 * (docs/reference/pipevest.md 5).
 *
 * @returns what the answer holds; `undefined` when it holds nothing
 * @throws NodeApiError with Pipevest's code and message, the likely cause and the remedy
 */
export async function callPipevest(
	ctx: RequestContext,
	{ path, idempotencyKey, missingIsFine, ...call }: PipevestCall,
): Promise<unknown> {
	const { baseUrl } = await pipevestCredential(ctx);
	const answer = await send(ctx, {
		...call,
		credential: 'pipevestApi',
		url: baseUrl + path,
		renews: true,
		...(idempotencyKey && { headers: { 'X-Idempotency-Key': idempotencyKey } }),
	});
	if (answer.status < 300) return dataOf(answer);
	if (answer.status === 404 && missingIsFine) return null;
	throw await answerError(ctx, {
		...{ credential: 'pipevestApi', answer, body: call.body, itemIndex: call.itemIndex },
		explain: explainAnswer,
	});
}

function dataOf({ body }: Answer): unknown {
	if (body === '' || body === null) return undefined;
	return isRecord(body) && 'data' in body ? body.data : body;
}
