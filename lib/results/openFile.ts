import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { addressProblem } from './addressProblem';
import { urlProblem } from './urlProblem';

const MAX_REDIRECTS = 3;

export interface FileResponse {
	body: AsyncIterable<Uint8Array> & { destroy(): unknown };
	headers: IDataObject;
	statusCode: number;
}

export interface OpenOptions {
	/** Whether this machine may be asked: only where the provider itself is on it. */
	allowLoopback: boolean;
	headers: IDataObject;
	abortSignal: AbortSignal;
	/** In ms, for one request. */
	timeout: number;
}

/**
 * Asks for one file without signing in anywhere. Redirects are followed by hand, three at most, so
 * that every target is checked like the first URL.
 *
 * @returns the answer, whatever its status, and the URL that gave it
 */
export async function openFile(
	ctx: IExecuteFunctions,
	first: string,
	{ allowLoopback, ...options }: OpenOptions,
): Promise<{ url: string; response: FileResponse } | { problem: string }> {
	let url = first;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const problem = urlProblem(url, allowLoopback) ?? (await addressProblem(ctx, url));
		if (problem) return { problem };
		const response = (await ctx.helpers.httpRequest({
			...options,
			url,
			method: 'GET',
			encoding: 'stream',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
		})) as FileResponse;
		const location = headerOf(response, 'location');
		if (![301, 302, 303, 307, 308].includes(response.statusCode) || !location) {
			return { url, response };
		}
		response.body.destroy();
		url = URL.canParse(location, url) ? new URL(location, url).href : location;
	}
	return { problem: `It was redirected more than ${MAX_REDIRECTS} times` };
}

/** A header of the answer, empty where there is none. */
export function headerOf({ headers }: FileResponse, name: string): string {
	return String(headers[name] ?? '');
}
