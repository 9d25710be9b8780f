import { explained, textSnippet, type Explained } from '../../lib/http/answerError';
import { isRecord } from '../../lib/http/isRecord';
import type { Answer } from '../../lib/http/providerResponse';
import { isText } from '../../lib/text';

/** Likely cause and remedy by status: PiAPI documents no codes beyond HTTP's (docs/reference/piapi.md 1.6). */
const REMEDIES: Readonly<Record<number, string>> = {
	400: 'PiAPI refused the request. Check the fields against the description of the task',
	401: 'PiAPI does not know this API key. Check it in the credential',
	402: 'The PiAPI account has not enough credits. Top it up and run the item again',
	403: 'The PiAPI plan of this account does not allow this call. Check the plan of the workspace',
	404: 'PiAPI found nothing with this ID. Check it and the base URL, and that the key belongs to the same account',
	429: 'PiAPI is receiving too many requests. Wait, or lower the number of tasks at a time',
};

const UNREADABLE =
	'PiAPI answered with something other than JSON. Check the base URL in the credential';
const BROKEN = 'PiAPI could not process the request. Try again later';

/** Names the likely cause and the remedy, and carries PiAPI's status, code, message and request ID. */
export function explainAnswer(answer: Answer): Explained {
	const body = asObject(answer.body);
	const code = codeIn(body);
	const status = answer.status >= 300 ? answer.status : (code ?? answer.status);
	return explained(answer, {
		status,
		message: !body && status < 500 ? UNREADABLE : (REMEDIES[status] ?? BROKEN),
		details: [code !== undefined && `code ${String(code)}`, messageOf(body) ?? textSnippet(answer)],
		requestId: answer.headers['x-request-id'] ?? answer.headers['cf-ray'],
	});
}

/** Gateways write numbers as text. */
function codeIn(body: Record<string, unknown> | undefined): number | undefined {
	const code = body?.code;
	if (isText(code) && /^\d{1,6}$/.test(code.trim())) return Number(code);
	return typeof code === 'number' ? code : undefined;
}

/** Bodies are not uniform: `message`, `error` as text or object, `description` (docs/reference/piapi.md 1.6). */
function messageOf(body: Record<string, unknown> | undefined): string | undefined {
	const data = asObject(body?.data);
	const inner = asObject(body?.error) ?? asObject(data?.error);
	const candidates = [
		...[inner?.message, inner?.raw_message, inner?.detail],
		...[body?.message, body?.error, body?.description, body?.detail, data?.error],
	];
	return candidates.find(isText);
}

function asObject(value: unknown): Record<string, unknown> | undefined {
	return isRecord(value) || Array.isArray(value)
		? (value as unknown as Record<string, unknown>)
		: undefined;
}
