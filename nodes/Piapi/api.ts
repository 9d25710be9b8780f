import type { IDataObject, IHttpRequestMethods, NodeApiError } from 'n8n-workflow';
import { answerError } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import type { RequestContext } from '../../lib/http/request';
import { send } from '../../lib/http/send';
import { explainAnswer } from './explainAnswer';
import { webhookSecrets, type SecretFields } from './webhookSecrets';

/** The fields of `piapiApi`. */
export interface PiapiCredential extends SecretFields {
	baseUrl: string;
	uploadUrl: string;
}

export interface PiapiCall {
	method: IHttpRequestMethods;
	/** From the base URL on, beginning with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	itemIndex?: number;
	repeatable?: boolean;
	/** How often a repeatable call is tried in all. */
	attempts?: number;
	/** In ms. */
	timeout?: number;
}

export async function piapiCredential(ctx: RequestContext): Promise<PiapiCredential> {
	return await ctx.getCredentials<PiapiCredential>('piapiApi');
}

/**
 * Calls the unified API and opens its envelope: HTTP 200 with a `code` other than 200 is an error
 * too (docs/reference/piapi.md 1.4).
 *
 * @returns the envelope's `data`
 * @throws NodeApiError with PiAPI's code and message, the likely cause and the remedy
 */
export async function callPiapi(ctx: RequestContext, call: PiapiCall): Promise<IDataObject> {
	const answer = await sendToPiapi(ctx, call);
	const { code, data } = (answer.body ?? {}) as { code?: number; data?: IDataObject };
	if (answer.status >= 300 || code !== 200) throw await asError(ctx, answer, call);
	return data ?? {};
}

/** The same without looking into the answer: for endpoints that have no envelope. */
export async function sendToPiapi(
	ctx: RequestContext,
	{ path, ...call }: PiapiCall,
): Promise<Answer> {
	const { baseUrl } = await piapiCredential(ctx);
	return await send(ctx, {
		...call,
		credential: 'piapiApi',
		url: baseUrl.replace(/\/+$/, '') + path,
	});
}

/** The error that an answer of PiAPI amounts to. */
export async function asError(
	ctx: RequestContext,
	answer: Answer,
	{ itemIndex, body }: Pick<PiapiCall, 'itemIndex' | 'body'>,
	explain = explainAnswer,
): Promise<NodeApiError> {
	return await answerError(ctx, {
		...{ credential: 'piapiApi', answer, body, itemIndex, explain },
		// They are sent with tasks, and may be derived from the key.
		secrets: webhookSecrets(await piapiCredential(ctx)),
	});
}
