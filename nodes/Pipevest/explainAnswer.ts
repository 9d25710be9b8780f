import { explained, textSnippet, type Explained } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import { isRecord } from '../../lib/http/isRecord';

/** Likely cause and remedy by status: Pipevest documents no codes beyond HTTP's (docs/reference/pipevest.md 5). */
const REMEDIES: Readonly<Record<number, string>> = {
	400: 'Pipevest refused the request. Check the fields it names',
	401: 'Pipevest does not accept the signature of this call. Check client ID, key ID, private key and signing dialect in the credential',
	403: 'This Pipevest client may not do that. Check what it is allowed',
	404: 'Pipevest has nothing there. Check the path, and whether a webhook has been created',
	409: 'Pipevest cannot do this in the present state. A client has one webhook only: update it instead',
	422: 'Pipevest understood the request but cannot do it. Check the fields it names',
	429: 'Pipevest is receiving too many requests. Wait, or lower the number of calls at a time',
};

const BROKEN = 'Pipevest could not process the request. Try again later';

/** Names the likely cause and the remedy, and carries Pipevest's status, code, message and request ID. */
export function explainAnswer(answer: Answer): Explained {
	const { status, body, headers } = answer;
	const { code, message } = isRecord(body) ? body : {};
	return explained(answer, {
		message: REMEDIES[status] ?? BROKEN,
		details: [
			code !== undefined && code !== status && `code ${String(code)}`,
			message ?? textSnippet(answer),
		],
		requestId: headers['x-request-id'],
	});
}
