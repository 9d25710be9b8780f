import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { answerError } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import type { RequestContext } from '../../lib/http/request';
import { send } from '../../lib/http/send';
import { explainAnswer } from './explainAnswer';
import { isRecord } from '../../lib/http/isRecord';

/** The fields of `piApi`. */
export interface PiCredential {
	baseUrl: string;
	apiKey: string;
}

export interface PiCall {
	method: IHttpRequestMethods;
	/** From `/api/v1` on, beginning with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Makes a POST repeatable where Pi knows idempotency keys. */
	idempotencyKey?: string;
	itemIndex?: number;
	/** That there is nothing by this ID is no failure. */
	missingIsFine?: boolean;
	/** How often a repeatable call is tried in all. */
	attempts?: number;
	/** In ms. */
	timeout?: number;
}

export async function piBaseUrl(ctx: RequestContext): Promise<string> {
	const { baseUrl } = await ctx.getCredentials<PiCredential>('piApi');
	return baseUrl.trim().replace(/\/+$/, '');
}

/**
 * Calls Pi and opens its envelope. The envelope's own `status` says nothing of a job: `data.status`
 * does (docs/reference/pi.md 2).
 *
 * @returns the envelope's `data`
 * @throws NodeApiError with Pi's code, message and request ID, the likely cause and the remedy
 */
export async function callPi(ctx: RequestContext, call: PiCall): Promise<IDataObject> {
	return dataOf(await sendToPi(ctx, call));
}

/** The same, answering the headers as well. */
export async function sendToPi(
	ctx: RequestContext,
	{ path, idempotencyKey, missingIsFine, ...call }: PiCall,
): Promise<Answer> {
	const answer = await send(ctx, {
		...call,
		credential: 'piApi',
		url: `${await piBaseUrl(ctx)}/api/v1${path}`,
		...(idempotencyKey && {
			headers: { 'Idempotency-Key': idempotencyKey },
			repeatable: true,
		}),
	});
	const { status, body } = answer;
	if (status < 300 && isRecord(body) && isRecord(body.data)) return answer;
	if (status === 204 || (status === 404 && missingIsFine)) return answer;
	throw await answerError(ctx, {
		...call,
		credential: 'piApi',
		answer,
		explain: (shown) => explainAnswer(shown, call.method),
	});
}

/** What an answer's envelope holds; nothing where it has none. */
export function dataOf({ body }: Answer): IDataObject {
	return isRecord(body) && isRecord(body.data) ? body.data : {};
}
