import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { fileName } from './fileName';
import { readCapped } from './readCapped';
import { refuseAddress } from './addressProblem';
import { refuseUrl } from './urlProblem';

const MAX_REDIRECTS = 3;

export interface FetchLimits {
	/** Per file. */
	maxBytes: number;
	/** Whether this machine may be asked: only where the provider itself is on it. */
	allowLoopback: boolean;
	/** For one file in all, redirects included. */
	timeoutMs: number;
}

export type Fetched = { data: Buffer; name: string; mimeType: string } | { reason: string };

interface FileResponse {
	body: AsyncIterable<Uint8Array> & { destroy(): unknown };
	headers: IDataObject;
	statusCode: number;
}

const header = ({ headers }: FileResponse, name: string): string => String(headers[name] ?? '');

const tooLarge = (maxBytes: number) =>
	`It is larger than ${(maxBytes / 1024 / 1024).toFixed(1)} MB: raise the maximum file size`;

const receive = async (url: string, response: FileResponse, maxBytes: number): Promise<Fetched> => {
	if (response.statusCode !== 200) {
		response.body.destroy();
		return { reason: `The server answered ${response.statusCode}` };
	}
	if (Number(header(response, 'content-length')) > maxBytes) {
		response.body.destroy();
		return { reason: tooLarge(maxBytes) };
	}
	const data = await readCapped(response.body, maxBytes);
	if (!data) return { reason: tooLarge(maxBytes) };
	const mimeType = header(response, 'content-type').replace(/;.*/s, '').trim().toLowerCase();
	return { data, name: fileName(url, header(response, 'content-disposition'), ''), mimeType };
};

/**
 * Fetches one file without signing in anywhere. Redirects are followed by hand, three at most,
 * so that every target is checked like the first URL.
 */
export async function fetchFile(
	ctx: IExecuteFunctions,
	first: string,
	{ maxBytes, allowLoopback, timeoutMs }: FetchLimits,
): Promise<Fetched> {
	const abortSignal = AbortSignal.timeout(timeoutMs);
	let url = first;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const refused = refuseUrl(url, allowLoopback) ?? (await refuseAddress(ctx, url));
		if (refused) return { reason: refused };
		const response = (await ctx.helpers.httpRequest({
			url,
			method: 'GET',
			encoding: 'stream',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			timeout: timeoutMs,
			abortSignal,
		})) as FileResponse;
		const location = header(response, 'location');
		if (![301, 302, 303, 307, 308].includes(response.statusCode) || !location) {
			return await receive(url, response, maxBytes);
		}
		response.body.destroy();
		url = URL.canParse(location, url) ? new URL(location, url).href : location;
	}
	return { reason: `It was redirected more than ${MAX_REDIRECTS} times` };
}
