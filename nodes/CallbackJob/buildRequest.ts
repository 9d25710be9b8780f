import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { withValueAt } from './paths';
import type { CallbackPlace, CreateWay, JobRequest, Preset } from './preset';
import { fillPath, fillText, replaceIn, type JobPlace } from './templates';

const CALLBACK_URL = '{callbackUrl}';

/** One call to a service, ready to be sent. */
export interface BuiltRequest {
	method: IHttpRequestMethods;
	/** With its query, exactly as it is to be sent. */
	url: string;
	headers?: IDataObject;
	body?: IDataObject;
}

export interface CreateParts {
	baseUrl: string;
	target: string;
	input: IDataObject;
	/** Where the service is to call, if anywhere. */
	callbackUrl?: string;
}

/** The request that creates a job. */
export function buildCreate(
	preset: Preset,
	{ baseUrl, target, input, callbackUrl }: CreateParts,
): BuiltRequest {
	const { method = 'POST', path, inputAt, body } = wayFor(preset, target);
	const constants = filled(body ?? {}, { target });
	const request: BuiltRequest = {
		method,
		url: join(baseUrl, fillPath(path, { target })),
		body: inputAt ? withValueAt(constants, inputAt, input) : { ...constants, ...input },
	};
	return callbackUrl === undefined ? request : withCallback(request, preset.callback, callbackUrl);
}

/** A request about a job that exists: to look at it, to fetch its result, or to cancel it. */
export function buildJobRequest(
	{ method = 'GET', path, qs = {} }: JobRequest,
	baseUrl: string,
	place: JobPlace,
	status?: unknown,
): BuiltRequest {
	const query = Object.entries(qs).map(
		([name, value]) => `${name}=${encodeURIComponent(fillText(value, place))}`,
	);
	const url = join(baseUrl, fillPath(path, place, status));
	return { method, url: query.length > 0 ? withQuery(url, query.join('&')) : url };
}

function wayFor({ create }: Preset, target: string): CreateWay {
	const way = create.find(({ when }) => !when || when.test(target)) ?? create.at(-1);
	return way ?? { path: '/' };
}

function withCallback(
	request: BuiltRequest,
	{ in: where, at, value = CALLBACK_URL, isEntry, encoding, alsoBody }: CallbackPlace,
	callbackUrl: string,
): BuiltRequest {
	const put = replaceIn(value, CALLBACK_URL, callbackUrl);
	const text = encoding === 'base64Json' ? base64Json(put) : String(put);
	const body = { ...request.body, ...alsoBody };
	if (where === 'header') return { ...request, body, headers: { ...request.headers, [at]: text } };
	if (where === 'body') return { ...request, body: withValueAt(body, at, put, isEntry) };
	// Encoded by hand: it arrives byte for byte, whatever the client makes of queries.
	const parameter = `${encodeURIComponent(at)}=${encodeURIComponent(text)}`;
	return { ...request, body, url: withQuery(request.url, parameter) };
}

function filled(body: IDataObject, { target = '' }: JobPlace): IDataObject {
	return replaceIn(body, '{target}', target) as IDataObject;
}

function base64Json(value: unknown): string {
	return Buffer.from(JSON.stringify(value)).toString('base64');
}

function join(baseUrl: string, path: string): string {
	return path.startsWith('/') ? baseUrl.trim().replace(/\/+$/, '') + path : path;
}

function withQuery(url: string, query: string): string {
	return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
