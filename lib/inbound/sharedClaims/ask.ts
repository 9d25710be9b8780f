import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../../http/isRecord';
import { SignInError } from '../../http/signInError';
import { type Store, storeAddress } from './store';

/** What the store answered, or why it gave no answer: one sentence with the remedy, and what it said. */
export type Reply = { result: string | number | null } | { problem: string; detail?: string };

/** The provider waits meanwhile, some of them for 3 s only; a busy n8n may itself need one to read on. */
const TIMEOUT_MS = 2000;

const LONGEST_DETAIL = 200;

/**
 * Sends one command to the store, over the Redis REST protocol: the command as a
 * JSON array, the token as bearer, the answer in `result` or `error`. Never rejects.
 */
export async function ask(
	ctx: IWebhookFunctions | IExecuteFunctions,
	store: Store,
	command: string[],
): Promise<Reply> {
	const abortSignal = AbortSignal.timeout(TIMEOUT_MS);
	try {
		const response = (await ctx.helpers.httpRequest({
			method: 'POST',
			url: storeAddress(store.url).href,
			headers: { Authorization: `Bearer ${store.token}` },
			body: command,
			json: true,
			abortSignal,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
		return read(response.statusCode, response.body);
	} catch (error) {
		return unanswered(error, abortSignal.aborted);
	}
}

function read(status: number, body: unknown): Reply {
	if (status === 401 || status === 403)
		return { problem: 'the store refuses the token. Check it in the credential' };
	if (isRecord(body)) {
		const { result } = body;
		if (
			status === 200 &&
			(result === null || typeof result === 'string' || typeof result === 'number')
		)
			return { result };
		if (typeof body.error === 'string')
			return {
				problem: 'the store refuses the command. Check its limits, and that the token may write',
				detail: body.error.slice(0, LONGEST_DETAIL),
			};
	}
	return {
		problem: 'the URL does not answer as the Redis REST protocol does. Check it in the credential',
		detail: `status ${status}`,
	};
}

function unanswered(error: unknown, isLate: boolean): Reply {
	if (error instanceof SignInError) return { problem: error.message };
	const { code } = error as { code?: string };
	if (isLate || code === 'ECONNABORTED')
		return { problem: 'the store did not answer in time. Check its load and the network' };
	return {
		problem: 'the store cannot be reached. Check the URL in the credential, and that it runs',
		detail: code,
	};
}
