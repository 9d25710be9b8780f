import type { IHttpRequestMethods } from 'n8n-workflow';
import { explained, textSnippet, type Explained } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import { isRecord } from '../../lib/http/isRecord';

/**
 * Likely cause and remedy by status. Codes are not branched on: the documents and the server do not
 * agree on them (docs/reference/pi.md 2).
 */
const REMEDIES: Readonly<Record<number, string>> = {
	400: 'Pi refused the request. Check the fields it names',
	401: 'Pi does not know this API key. Check it in the credential',
	402: 'The Pi account cannot pay for this. Check its balance and run the item again',
	403: 'This API key may not do that. Check its permissions and that it has not expired',
	404: 'Pi found nothing with this ID. Check it and the base URL, and that the key belongs to the same organization',
	409: 'Pi cannot do this in the present state',
	422: 'Pi understood the request but cannot do it. Check the fields it names',
	429: 'Pi is receiving too many requests. Wait, or lower the number of jobs at a time',
};

/** Codes whose meaning the status does not tell. */
const BY_CODE: Readonly<Record<string, string>> = {
	idempotency_key_mismatch:
		'The same item was sent before with other fields. Run the workflow anew instead of retrying',
	job_trigger_failed: 'Pi could not queue the job. No webhook will tell of it: run the item again',
};

/** With these Pi says that there is no job, though the status leaves that open. */
const NO_JOB = ['job_create_failed', 'job_trigger_failed'];

const UNREADABLE =
	'Pi answered with something other than its JSON. Check the base URL in the credential';
const BROKEN = 'Pi could not process the request. Try again later';

/** Names the likely cause and the remedy, and carries Pi's status, code, message and request ID. */
export function explainAnswer(answer: Answer, method: IHttpRequestMethods = 'GET'): Explained {
	const { status, body, headers } = answer;
	const error = isRecord(body) && isRecord(body.error) ? body.error : undefined;
	const { code, message, param, request_id: id } = error ?? {};
	const isReadable = error !== undefined || status >= 500;
	const said = explained(answer, {
		message: isReadable
			? (BY_CODE[String(code)] ?? remedyOf(status, method) ?? BROKEN)
			: UNREADABLE,
		details: [
			code && `code ${String(code)}`,
			message ?? textSnippet(answer),
			param && `field ${String(param)}`,
			...issuesOf(error),
		],
		requestId: id ?? headers['x-request-id'],
	});
	return { ...said, didNothing: NO_JOB.includes(String(code)) };
}

/** What is read has no fields that could be wrong, only an ID: Pi answers 400 to one of another form. */
function remedyOf(status: number, method: IHttpRequestMethods): string | undefined {
	return status === 400 && method === 'GET' ? REMEDIES[404] : REMEDIES[status];
}

/** A refused body lists what is wrong with it (docs/reference/pi.md 2). */
function issuesOf(error: Record<string, unknown> | undefined): string[] {
	const issues = Array.isArray(error?.issues) ? error.issues.filter(isRecord) : [];
	return issues.slice(0, 5).map(({ path, message }) => {
		const field = Array.isArray(path) ? path.join('.') : '';
		return [field, message].filter(Boolean).map(String).join(': ');
	});
}
