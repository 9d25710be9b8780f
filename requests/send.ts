import { NodeApiError, sleep, type IHttpRequestOptions, type JsonObject } from 'n8n-workflow';
import type { Answer } from './answer';
import { explainNetworkError } from './explainNetworkError';
import type { ProviderRequest, RequestContext } from './request';
import { retryDelay } from './retryDelay';

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 4;

/**
 * Sends one request and answers whatever status came back. Safe calls are repeated on 429, 5xx and
 * network errors, with `Retry-After` honoured; others never, since a repeated POST can buy a job twice.
 *
 * @throws NodeApiError when no answer came
 */
export async function send(ctx: RequestContext, request: ProviderRequest): Promise<Answer> {
	const repeatable = request.repeatable ?? (request.method !== 'POST' && request.method !== 'PUT');
	const attempts = repeatable ? (request.attempts ?? ATTEMPTS) : 1;
	for (let attempt = 1; ; attempt++) {
		const answer = await sendOnce(ctx, request, attempt === attempts);
		const delay = attempt < attempts ? retryDelay(answer, attempt, Date.now()) : undefined;
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
		return { status: response.statusCode, headers: response.headers ?? {}, body: response.body };
	} catch (error) {
		if (!last) return undefined;
		throw new NodeApiError(ctx.getNode(), plain(error), {
			...explainNetworkError(error),
			itemIndex: request.itemIndex,
		});
	}
}

function options(request: ProviderRequest): IHttpRequestOptions {
	const { method, url, qs, body, headers, timeout = TIMEOUT_MS } = request;
	return {
		method,
		url,
		qs,
		body,
		headers,
		timeout,
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

/** n8n wraps axios errors with the request in them; only what a user may see is kept. */
function plain(error: unknown): JsonObject {
	const { message, code } = error as { message?: string; code?: string };
	return { message: message ?? String(error), ...(code && { code }) };
}
