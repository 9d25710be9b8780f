import { NodeApiError } from 'n8n-workflow';
import type { Answer } from '../../../../lib/http/providerResponse';
import { explainAnswer } from '../../explainAnswer';
import { isRecord } from '../../../../lib/http/isRecord';
import { CUT_SHORT } from './readStream';

const REMEDY =
	'Turn on Stream, or the option Use Proxy Domain: PiAPI cuts calls to api.piapi.ai after 120 seconds';

/** What Cloudflare and gateways answer when a reply took too long (docs/reference/piapi.md 1.9). */
const TOO_LATE = [408, 504, 522, 524];

/** Where the unified API means a task, the chat means a model. */
const REMEDIES: Readonly<Record<number, string>> = {
	400: 'PiAPI refused the request. Check the model and the messages',
	404: 'PiAPI knows no such model, or not under this base URL',
};

/** Names the likely cause and the remedy of an answer that is no chat completion. */
export function explainChat(answer: Answer): ReturnType<typeof explainAnswer> {
	const explained = explainAnswer(answer);
	if (TOO_LATE.includes(answer.status))
		return { ...explained, message: `The answer took too long. ${REMEDY}` };
	const { error } = isRecord(answer.body) ? answer.body : {};
	if (isRecord(error) && error.type === CUT_SHORT)
		return { ...explained, message: `The answer was cut short. ${REMEDY}` };
	return { ...explained, message: REMEDIES[answer.status] ?? explained.message };
}

/** Adds the remedy to the error of a call that got no answer in time. */
export function explainSilence(error: unknown): unknown {
	const isLate = error instanceof NodeApiError && /in time|cut/.test(error.message);
	if (isLate) error.description = [error.description, REMEDY].filter(Boolean).join('. ');
	return error;
}
