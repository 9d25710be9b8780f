import {
	NodeApiError,
	sleep,
	type IDataObject,
	type IHttpRequestOptions,
	type JsonObject,
} from 'n8n-workflow';
import { parseExactly } from '../exactJson';
import type { Answer } from './providerResponse';
import { DID_NOTHING } from './didNothing';
import { explainNetworkError } from './explainNetworkError';
import type { ProviderRequest, RequestContext } from './request';
import { isRedirect, redirected } from './redirected';
import { retryBudget } from './retryBudget';
import { retryDelay } from './retryDelay';
import { signInErrorIn } from './signInError';

interface AnswerOfAxios {
	status?: number;
	headers?: IDataObject;
	data?: unknown;
}

interface ErrorOfN8n {
	cause?: { response?: AnswerOfAxios };
	/** A status, or the code of a network error. */
	httpCode?: string | null;
	context?: { data?: unknown };
}

/**
 * Sends one request and answers whatever status came back. Safe calls are repeated on 429, 5xx and
 * network errors, with `Retry-After` honoured; others never, since a repeated POST can buy a job twice.
 *
 * Redirects are not followed: n8n takes most keys and every body along to whoever they lead to.
 *
 * @throws NodeApiError when no answer came, a redirect did, or the credential could not sign in
 */
export async function send(ctx: RequestContext, request: ProviderRequest): Promise<Answer> {
	const repeatable = request.repeatable ?? (request.method !== 'POST' && request.method !== 'PUT');
	const attempts = repeatable ? (request.attempts ?? retryBudget.execution.attempts) : 1;
	for (let attempt = 1; ; attempt++) {
		const answer = await sendOnce(ctx, request, attempt === attempts);
		if (answer && isRedirect(answer)) throw redirected(ctx, request, answer);
		const isLast = attempt === attempts || (answer !== undefined && request.isFinal?.(answer));
		const delay = isLast ? undefined : retryDelay(answer, attempt, Date.now());
		if (answer && delay === undefined) return answer;
		await sleep(delay ?? 0);
	}
}

/** `undefined` when no answer came and another attempt is left. */
async function sendOnce(
	ctx: RequestContext,
	request: ProviderRequest,
	last: boolean,
): Promise<Answer | undefined> {
	try {
		const response = await ctx.helpers.httpRequestWithAuthentication.call(
			ctx,
			request.credential,
			options(request),
		);
		const { statusCode: status, headers = {}, body } = response;
		return { status, headers, body: parsed(body) };
	} catch (error) {
		const answer = answerIn(error);
		if (answer) return answer;
		const refused = signInErrorIn(error);
		const goesOn = !last && !isCancelled(ctx);
		if (goesOn && (!refused || refused.temporary)) return undefined;
		// Without a signature or a token the call was not sent.
		const { isUnsent, ...text } = refused
			? { message: refused.message, isUnsent: true }
			: explainNetworkError(error);
		const problem = new NodeApiError(ctx.getNode(), plain(error), {
			...text,
			itemIndex: request.itemIndex,
		});
		if (isUnsent) problem.context[DID_NOTHING] = true;
		throw problem;
	}
}

/** With its execution n8n cancels every call of it, so that another attempt could only fail too. */
function isCancelled(ctx: RequestContext): boolean {
	return 'getExecutionCancelSignal' in ctx && ctx.getExecutionCancelSignal()?.aborted === true;
}

/**
 * The answer that n8n made an error of, since only a thrown 401 makes it fetch a new token. n8n 2.8
 * loses the error that it wraps, and the answer's headers with it (n8n-workflow 2.8.0).
 */
function answerIn(error: unknown): Answer | undefined {
	const { cause, httpCode, context } = error as ErrorOfN8n;
	const { status = Number(httpCode), headers, data = context?.data } = cause?.response ?? {};
	return status > 0 ? { status, headers: { ...headers }, body: parsed(data) } : undefined;
}

/** JSON as it is parsed here, so that long IDs keep their digits; the text where it is none. */
function parsed(body: unknown): unknown {
	const text = Buffer.isBuffer(body) ? body.toString() : body;
	return typeof text === 'string' ? (parseExactly(text) ?? text) : (text ?? '');
}

function options(request: ProviderRequest): IHttpRequestOptions {
	const { method, url, qs, body, headers, renews = false } = request;
	const { timeout = retryBudget.execution.timeout } = request;
	return {
		method,
		url,
		qs,
		body,
		headers,
		timeout,
		json: true,
		// Else n8n parses JSON itself, and rounds long numbers. Of an error n8n 2.8 keeps no text, but bytes.
		encoding: renews ? 'arraybuffer' : 'text',
		returnFullResponse: true,
		// n8n up to 2.8 takes the form `{ except: [401] }` for true (n8n-core 2.8.1), hence all or none.
		ignoreHttpStatusErrors: !renews,
		disableFollowRedirect: true,
	};
}

/** n8n wraps axios errors with the request in them; only what a user may see is kept. */
function plain(error: unknown): JsonObject {
	const { message, code } = error as { message?: string; code?: string };
	return { message: message ?? String(error), ...(code && { code }) };
}
