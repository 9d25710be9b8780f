import type { IHttpRequestHelper } from 'n8n-workflow';
import type { Answer } from '../../../lib/http/providerResponse';
import { isRecord } from '../../../lib/http/isRecord';
import { SignInError } from '../../../lib/http/signInError';
import type { PipevestCredential } from '../credential';
import { signedHeaders } from './signedHeaders';
import { encodingsOf, hasSecretName, redact } from '../../../lib/http/redact';

const TIMEOUT_MS = 30_000;

/**
 * Fetches a token, good for 60 minutes, with a signed call (docs/reference/pipevest.md 1).
 *
 * @throws SignInError when Pipevest gives none; what n8n throws when no answer comes
 */
export async function fetchToken(
	{ helpers }: IHttpRequestHelper,
	credential: PipevestCredential,
): Promise<string> {
	const { baseUrl, tokenPath, clientId, clientSecret } = credential;
	const url = `${baseUrl}${tokenPath}`;
	const text = new URLSearchParams({ clientId, clientSecret }).toString();
	const body = { text, type: 'application/x-www-form-urlencoded' };
	const response = await helpers.httpRequest({
		method: 'POST',
		url,
		body: text,
		headers: signedHeaders(credential, { method: 'POST', url, body, identity: {} }),
		json: true,
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// n8n would take the client secret along to whoever it leads to.
		disableFollowRedirect: true,
	});
	const answer: Answer = { status: response.statusCode, headers: {}, body: response.body };
	const token = answer.status < 300 ? tokenIn(answer.body) : undefined;
	if (token === undefined)
		throw noToken({ ...answer, body: redact(answer.body, redactionOf(credential)) }, url);
	return token;
}

/** Both generations of the answer are understood. */
function tokenIn(body: unknown): string | undefined {
	if (!isRecord(body)) return undefined;
	const data = isRecord(body.data) ? body.data : body;
	const token = data.accessToken ?? data.token;
	return typeof token === 'string' && token !== '' ? token : undefined;
}

/** A refusal may repeat what it refuses. */
function redactionOf({ clientSecret, privateKey }: PipevestCredential) {
	return { isSecret: hasSecretName, texts: encodingsOf([clientSecret, String(privateKey)]) };
}

function noToken({ status, body }: Answer, url: string): SignInError {
	const said = isRecord(body) && typeof body.message === 'string' ? `: ${body.message}` : '';
	const what = `Pipevest gave no token (HTTP ${status}${said})`;
	if (status === 429 || status >= 500) return new SignInError(`${what}. Try again later`, true);
	if (status < 400 || status === 404 || status === 405)
		return new SignInError(
			`${what}. Check environment and token endpoint in the credential: ${url}`,
		);
	return new SignInError(
		`${what}. Check client ID, client secret, key ID, private key and signing dialect in the credential`,
	);
}
