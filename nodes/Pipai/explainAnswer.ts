import { explained, type Explained } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import { clockProblem } from './clockProblem';
import { codeOf } from './codeOf';

interface Circumstances {
	answer: Answer;
	/** What PipAI said, or blank. */
	said: string;
	scope: string | undefined;
	now: number;
}

/** Likely cause and remedy of each code (docs/reference/pipai.md 2). */
const REMEDIES: Readonly<Record<string, (circumstances: Circumstances) => string>> = {
	INVALID_PARAMETER: ({ said }) => `PipAI refused the request: ${said || 'a value is not allowed'}`,
	INVALID_SIGNATURE: ({ answer, now }) => {
		const clock = clockProblem(answer, now);
		return clock
			? `${clock}, and requests are signed with the time. Set the clock right (NTP), then try again`
			: 'PipAI refused the signature. Check the API key and the API secret in the credential';
	},
	KEY_EXPIRED: () =>
		'The API key has expired. Make a new one in the PipAI dashboard and put it into the credential',
	INSUFFICIENT_PERMISSION: ({ scope, said }) =>
		scope
			? `The API key lacks the scope ${scope}. Give it to the key in the PipAI dashboard`
			: `The API key may not do this: ${said}. Give it the scope in the PipAI dashboard`,
	NOT_FOUND: () =>
		'PipAI found nothing with this ID. Check it and the base URL, and that the key belongs to the same account',
	DUPLICATE_URL: () =>
		'A webhook with this URL is registered already. Delete it first: PipAI cannot change one',
	RATE_LIMITED: () => 'PipAI is receiving too many requests with this key. Wait and try again',
	LIMIT_REACHED: () =>
		'The account has 25 webhooks, the most that PipAI allows. Delete one you no longer need (PipAI node, Webhook: Get Many and Delete), then try again',
	INTERNAL_ERROR: () => 'PipAI could not process the request. Try again later',
};

/** Names the likely cause and the remedy, and carries PipAI's status, code and message. */
export function explainAnswer(answer: Answer, scope: string | undefined, now: number): Explained {
	const code = codeOf(answer);
	const said = messageOf(answer.body);
	const remedy = code === undefined ? undefined : REMEDIES[code];
	return explained(answer, {
		message: remedy?.({ answer, said, scope, now }) ?? unknown(answer, said),
		details: [code, said],
		requestId: answer.headers['x-request-id'],
	});
}

function unknown({ status }: Answer, said: string): string {
	if (status >= 500) return 'PipAI could not process the request. Try again later';
	return said
		? `PipAI refused the request: ${said}`
		: 'PipAI answered with something other than JSON. Check the base URL in the credential';
}

/** The newer gateway says `detail` (docs/reference/pipai.md 0). */
function messageOf(body: unknown): string {
	const { message, detail } = (typeof body === 'object' && body !== null ? body : {}) as Record<
		string,
		unknown
	>;
	const text = [message, detail].find((each) => typeof each === 'string');
	return String(text ?? '').replace(/\.$/, '');
}
