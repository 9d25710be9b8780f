import { request, type Dispatcher } from 'undici';
import type { Exchange } from './types.mts';

export type HeaderList = Record<string, string> | Array<[name: string, value: string]>;

export interface Post {
	url: string;
	method?: Dispatcher.HttpMethod;
	/** Pairs where one name shall come twice. */
	headers?: HeaderList;
	body?: string | Buffer;
	/** Real milliseconds for the whole exchange; default 30 000. */
	timeoutMs?: number;
}

const DEFAULT_TIMEOUT = 30_000;

function reason(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return 'code' in error ? `${String(error.code)} ${error.message}` : error.message;
}

/** One HTTP exchange; never throws, a failure is in `error`. Redirects are not followed. */
export async function post(message: Post, dispatcher: Dispatcher): Promise<Exchange> {
	const sentAt = Date.now();
	const headers = Array.isArray(message.headers) ? message.headers.flat() : message.headers;
	const since = () => Date.now() - sentAt;
	try {
		const answer = await request(message.url, {
			method: message.method ?? 'POST',
			headers,
			body: message.body,
			dispatcher,
			signal: AbortSignal.timeout(message.timeoutMs ?? DEFAULT_TIMEOUT),
		});
		const body = await answer.body.text();
		const answerHeaders = Object.fromEntries(
			Object.entries(answer.headers).map(([name, value]) => [name, value ?? '']),
		);
		return {
			sentAt,
			ms: since(),
			status: answer.statusCode,
			headers: answerHeaders,
			body,
			error: null,
		};
	} catch (error) {
		return { sentAt, ms: since(), status: null, headers: {}, body: '', error: reason(error) };
	}
}
