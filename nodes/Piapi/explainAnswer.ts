import type { Answer } from '../../lib/http/providerResponse';

/** Likely cause and remedy by status: PiAPI documents no codes beyond HTTP's (docs/reference/piapi.md 1.6). */
const REMEDIES: Readonly<Record<number, string>> = {
	400: 'PiAPI refused the request. Check the fields against the description of the task',
	401: 'PiAPI does not know this API key. Check it in the credential',
	402: 'The PiAPI account has not enough credits. Top it up and run the item again',
	403: 'The PiAPI plan of this account does not allow this call. Check the plan of the workspace',
	404: 'PiAPI knows nothing by this ID. Check it, and that the key belongs to the same account',
	429: 'PiAPI is receiving too many requests. Wait, or lower the number of tasks at a time',
};

const UNREADABLE =
	'PiAPI answered with something other than JSON. Check the base URL in the credential';
const BROKEN = 'PiAPI could not process the request. Try again later';

/** Names the likely cause and the remedy, and carries PiAPI's status, code, message and request ID. */
export function explainAnswer(answer: Answer): {
	message: string;
	description: string;
	httpCode: string;
} {
	const body = asObject(answer.body);
	const code = typeof body?.code === 'number' ? body.code : undefined;
	const status = answer.status >= 300 ? answer.status : (code ?? answer.status);
	const requestId = answer.headers['x-request-id'] ?? answer.headers['cf-ray'];
	return {
		message: !body && status < 500 ? UNREADABLE : (REMEDIES[status] ?? BROKEN),
		description: [
			`HTTP ${answer.status}`,
			code !== undefined && `code ${String(code)}`,
			messageOf(body) ?? textOf(answer.body),
			requestId && `request ID ${String(requestId)}`,
		]
			.filter(Boolean)
			.join(', '),
		httpCode: String(status),
	};
}

/** Bodies are not uniform: `message`, `error` as text or object, `description` (docs/reference/piapi.md 1.6). */
function messageOf(body: Record<string, unknown> | undefined): string | undefined {
	const inner = asObject(body?.error) ?? asObject(asObject(body?.data)?.error);
	const candidates = [
		inner?.message,
		inner?.raw_message,
		body?.message,
		body?.error,
		body?.description,
	];
	return candidates.find((text): text is string => typeof text === 'string' && text !== '');
}

function textOf(body: unknown): string | undefined {
	return typeof body === 'string' && body !== '' ? `"${body.slice(0, 200)}"` : undefined;
}

function asObject(value: unknown): Record<string, unknown> | undefined {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)
		: undefined;
}
