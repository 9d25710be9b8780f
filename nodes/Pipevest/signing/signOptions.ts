import type { IHttpRequestOptions } from 'n8n-workflow';
import { requestUrl, type UrlParts } from '../../../lib/http/requestUrl';
import { SignInError } from '../../../lib/http/signInError';
import type { PipevestCredential } from '../credential';
import { signedHeaders } from './signedHeaders';

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** What a request already signed once brings along, when n8n repeats it after a 401. */
const OURS: ReadonlySet<string> = new Set([
	'authorization',
	'content-digest',
	'content-length',
	'content-type',
	'signature',
	'signature-input',
	'x-client-id',
	'x-idempotency-id',
	'x-idempotency-key',
]);

/**
 * The request with its final URL, its final bytes and their signature, so that nothing is left for
 * n8n to change. Repeated, it is signed anew and keeps its idempotency key.
 *
 * @throws SignInError when it cannot be signed
 */
export function signOptions(
	credential: PipevestCredential,
	{ uri, url: givenUrl, baseURL, qs, body, ...request }: IHttpRequestOptions & UrlParts,
): IHttpRequestOptions & UrlParts {
	const given = Object.entries(request.headers ?? {});
	const find = (wanted: string) => {
		const [, value] = given.find(([name]) => name.toLowerCase() === wanted) ?? [];
		return value === undefined ? undefined : String(value);
	};
	const method = request.method ?? 'GET';
	const url = finalUrl(credential.baseUrl, { uri, url: givenUrl, baseURL, qs });
	const content = WITH_BODY.has(method)
		? { text: bodyText(body), type: find('content-type') ?? 'application/json' }
		: undefined;
	const headers = signedHeaders(credential, {
		method,
		url,
		body: content,
		idempotencyKey: find('x-idempotency-key'),
		identity: {
			Authorization: `Bearer ${credential.accessToken}`,
			'X-Client-Id': credential.clientId,
		},
	});
	const others = given.filter(([name]) => !OURS.has(name.toLowerCase()));
	return {
		...request,
		method,
		url,
		...(uri !== undefined && { uri: url }),
		headers: { ...Object.fromEntries(others), ...headers },
		...(content && { body: content.text }),
	};
}

/** The digest has to be there on every POST and PUT, so each has a body (docs/reference/pipevest.md 4). */
function bodyText(body: IHttpRequestOptions['body']): string {
	return typeof body === 'string' && body !== '' ? body : JSON.stringify(body || {});
}

function finalUrl(baseUrl: string, parts: UrlParts): string {
	const url = requestUrl(parts, baseUrl);
	if (URL.canParse(url)) return url;
	throw new SignInError(`"${baseUrl}" is not a URL. Check the base URL in the credential`);
}
