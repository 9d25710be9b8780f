import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { retryDelay } from '../http/retryDelay';
import { fileName } from './fileName';
import { headerOf, openFile, type FileResponse } from './openFile';

const ATTEMPTS = 4;

export interface FetchLimits {
	/** Per file. */
	maxBytes: number;
	/** Whether this machine may be asked: only where the provider itself is on it. */
	allowLoopback: boolean;
	/** In ms, for one file in all, redirects and further attempts included. */
	timeoutMs: number;
}

export interface FetchedFile {
	data: Buffer;
	name: string;
	mimeType: string;
}

export type Fetched = FetchedFile | { problem: string };

/** What has come of a file, over all attempts. */
interface Received {
	chunks: Uint8Array[];
	size: number;
	/** Names this very version of the file, so that the rest of it can be asked for. */
	validator?: string;
}

/** One attempt: the file, or why not; `answer` says whether another attempt may help. */
type Attempt =
	| FetchedFile
	| { problem: string; isFinal: true }
	| { problem: string; isFinal?: undefined; answer?: { status: number; headers: IDataObject } };

/**
 * Fetches one file without signing in anywhere. An attempt that broke off goes on where it stopped,
 * if the server can; others start over. Never throws: what went wrong is `problem`.
 */
export async function fetchFile(
	ctx: IExecuteFunctions,
	url: string,
	limits: FetchLimits,
): Promise<Fetched> {
	const late = AbortSignal.timeout(limits.timeoutMs);
	const cancelled = ctx.getExecutionCancelSignal?.();
	const abortSignal = cancelled ? AbortSignal.any([late, cancelled]) : late;
	const end = Date.now() + limits.timeoutMs;
	const received: Received = { chunks: [], size: 0 };
	for (let attempt = 1; ; attempt++) {
		const result = await tryOnce(ctx, url, { ...limits, abortSignal, received });
		if ('data' in result) return result;
		if (cancelled?.aborted) return { problem: 'The execution was cancelled' };
		if (late.aborted) return { problem: `It took longer than ${limits.timeoutMs / 1000} seconds` };
		const isLast = result.isFinal || attempt === ATTEMPTS;
		const delay = isLast ? undefined : retryDelay(result.answer, attempt, Date.now());
		if (delay === undefined || Date.now() + delay >= end) return { problem: result.problem };
		await sleep(delay);
	}
}

async function tryOnce(
	ctx: IExecuteFunctions,
	first: string,
	{ received, ...options }: FetchLimits & { abortSignal: AbortSignal; received: Received },
): Promise<Attempt> {
	const { size, validator } = received;
	try {
		const opened = await openFile(ctx, first, {
			allowLoopback: options.allowLoopback,
			abortSignal: options.abortSignal,
			// Later than the signal, which tells the reason better.
			timeout: options.timeoutMs + 1000,
			headers: {
				'accept-encoding': 'identity',
				...(size > 0 && validator && { range: `bytes=${size}-`, 'if-range': validator }),
			},
		});
		if ('problem' in opened) return { problem: opened.problem, isFinal: true };
		return await receive(opened.url, opened.response, options.maxBytes, received);
	} catch (error) {
		const { message, code } = error as { message?: string; code?: string };
		const why = [code, message ?? String(error)].filter(Boolean).join(' ');
		const came = received.size;
		if (came === size) restart(received);
		return {
			problem:
				came > 0 ? `The connection broke after ${came} bytes: ${why}` : `No answer came: ${why}`,
		};
	}
}

async function receive(
	url: string,
	response: FileResponse,
	maxBytes: number,
	received: Received,
): Promise<Attempt> {
	const { statusCode: status, headers, body } = response;
	const range = /^bytes (\d+)-\d+\/(\d+)$/i.exec(headerOf(response, 'content-range').trim());
	const goesOn = status === 206 && received.size > 0 && Number(range?.[1]) === received.size;
	if (status !== 200 && !goesOn) {
		body.destroy();
		const couldNotGoOn = status === 206 || status === 416;
		if (couldNotGoOn) restart(received);
		const problem = `The server answered ${status}`;
		return couldNotGoOn ? { problem } : { problem, answer: { status, headers } };
	}
	if (!goesOn) restart(received);
	const length = Number(headerOf(response, 'content-length') || NaN);
	if (received.size + length > maxBytes) {
		body.destroy();
		return tooLarge(maxBytes);
	}
	received.validator = validatorOf(response);
	for await (const chunk of body) {
		received.size += chunk.length;
		if (received.size > maxBytes) return tooLarge(maxBytes);
		received.chunks.push(chunk);
	}
	// Ranges are of what travels: a server that packs files although it was asked not to mixes both up.
	if (goesOn && received.size !== Number(range?.[2])) {
		restart(received);
		return { problem: 'Its parts do not fit together' };
	}
	const mimeType = (headerOf(response, 'content-type').split(';')[0] ?? '').trim().toLowerCase();
	const name = fileName(url, headerOf(response, 'content-disposition'), '');
	return { data: Buffer.concat(received.chunks), name, mimeType };
}

function restart(received: Received) {
	received.chunks = [];
	received.size = 0;
	delete received.validator;
}

/** What `If-Range` takes: no weak tag. */
function validatorOf(response: FileResponse): string | undefined {
	const tag = headerOf(response, 'etag');
	const isStrong = tag.startsWith('"');
	return (isStrong ? tag : headerOf(response, 'last-modified')) || undefined;
}

function tooLarge(maxBytes: number): Attempt {
	const megabytes = (maxBytes / 1024 / 1024).toFixed(1);
	return {
		problem: `It is larger than ${megabytes} MB: raise the maximum file size`,
		isFinal: true,
	};
}
