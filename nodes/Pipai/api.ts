import type { IDataObject, IHttpRequestMethods, NodeApiError } from 'n8n-workflow';
import { answerError } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import type { RequestContext } from '../../lib/http/request';
import { send } from '../../lib/http/send';
import { codeOf } from './codeOf';
import { explainAnswer } from './explainAnswer';

/** The fields of `pipaiApi`. */
export interface PipaiCredential {
	baseUrl: string;
	apiKey: string;
	apiSecret: string;
}

export interface PipaiCall {
	method: IHttpRequestMethods;
	/** From the base URL on, beginning with a slash. */
	path: string;
	/** Blank values are left out. */
	qs?: Readonly<Record<string, string | number | undefined>>;
	/** JSON; where it is text, it is sent as it is. */
	body?: IDataObject | string;
	/** The scope that the key needs for it, where the documents say so. */
	scope?: string;
	itemIndex?: number;
	repeatable?: boolean;
	/** How often a repeatable call is tried in all. */
	attempts?: number;
	/** In ms. */
	timeout?: number;
}

export async function pipaiCredential(ctx: RequestContext): Promise<PipaiCredential> {
	return await ctx.getCredentials<PipaiCredential>('pipaiApi');
}

/**
 * Calls the signed API. Safe calls are repeated when PipAI is busy; that an account is full is final,
 * though it has the same status 429 (docs/reference/pipai.md 2).
 *
 * @returns the answer's body
 * @throws NodeApiError with PipAI's code and message, the likely cause and the remedy
 */
export async function callPipai(ctx: RequestContext, call: PipaiCall): Promise<IDataObject> {
	const answer = await sendToPipai(ctx, call);
	const isObject = typeof answer.body === 'object' && answer.body !== null;
	if (answer.status < 300 && isObject) return answer.body as IDataObject;
	throw await asError(ctx, answer, call);
}

/** The same, whatever status came back. */
export async function sendToPipai(
	ctx: RequestContext,
	{ path, qs, body, ...others }: PipaiCall,
): Promise<Answer> {
	const { baseUrl } = await pipaiCredential(ctx);
	return await send(ctx, {
		...others,
		url: baseUrl.trim().replace(/\/+$/, '') + path + queryOf(qs),
		...(body && {
			// As text, so that the bytes that are signed are the bytes that are sent.
			body: typeof body === 'string' ? body : JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
		}),
		// A call that was long on its way is refused for its time, and has done nothing.
		renews: true,
		credential: 'pipaiApi',
		isFinal: (answer) => codeOf(answer) === 'LIMIT_REACHED',
	});
}

/** The error that an answer of PipAI amounts to. */
export async function asError(
	ctx: RequestContext,
	answer: Answer,
	{ itemIndex, scope, body }: Pick<PipaiCall, 'itemIndex' | 'scope' | 'body'>,
): Promise<NodeApiError> {
	return await answerError(ctx, {
		...{ credential: 'pipaiApi', answer, body, itemIndex },
		explain: (shown) => explainAnswer(shown, scope, Date.now()),
	});
}

function queryOf(qs: PipaiCall['qs'] = {}): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(qs))
		if (value !== undefined && value !== '') query.set(name, String(value));
	return query.size > 0 ? `?${query.toString()}` : '';
}
