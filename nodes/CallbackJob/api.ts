import { answerError, explained, type Explained } from '../../lib/http/answerError';
import type { Answer } from '../../lib/http/providerResponse';
import type { ProviderRequest, RequestContext } from '../../lib/http/request';
import { send } from '../../lib/http/send';
import { textOf } from '../../lib/text';
import type { BuiltRequest } from './buildRequest';
import { firstAt } from './paths';
import { envelopeProblem } from './readJob';
import type { Preset } from './preset';
import type { Service } from './service';

type CallOptions = Pick<ProviderRequest, 'repeatable' | 'attempts' | 'timeout' | 'itemIndex'>;

/** Where services put what they have to say, the most telling first. */
const MESSAGES = [
	...['error.message', 'detail.0.msg', 'detail.message', 'detail', 'error', 'error_message'],
	...['message', 'msg', 'title'],
];

const LONGEST_MESSAGE = 300;

const REQUEST_IDS = ['x-request-id', 'x-fal-request-id', 'request-id', 'cf-ray'];

/** Likely cause and remedy by status; the services document no codes in common beyond HTTP's. */
const REMEDIES: Readonly<Record<number, string>> = {
	400: 'refused the request. Check the input against its documentation',
	401: 'does not accept the API key. Check it in the credential',
	402: 'wants to be paid. Top the account up and run the item again',
	403: 'does not allow this with this API key. Check the plan and the rights of the key',
	404: 'knows nothing by this name. Check the target and the job ID',
	422: 'refused the input. Check it against its documentation',
	429: 'is receiving too many requests. Wait, or lower the number of jobs at a time',
};

/**
 * Calls a service, signed in, at its own address only.
 *
 * @returns the body of its answer
 * @throws NodeApiError with the service's message, the likely cause and the remedy
 */
export async function callService(
	ctx: RequestContext,
	service: Service,
	request: BuiltRequest,
	options: CallOptions = {},
): Promise<unknown> {
	const credential = 'callbackJobApi';
	const answer = await send(ctx, { ...request, ...options, credential });
	if (answer.status < 300 && envelopeProblem(service.preset, answer.body) === undefined)
		return answer.body;
	throw await answerError(ctx, {
		...{ credential, answer, body: request.body, itemIndex: options.itemIndex },
		explain: (shown) => explain(service.preset, shown),
	});
}

/** What an envelope in a good answer amounts to: its own code where that is one of HTTP's, else a refusal. */
function statusIn({ envelope }: Preset, body: unknown): number {
	const code = Number(envelope && firstAt(body, [envelope.path]));
	return code >= 400 && code < 600 ? code : 400;
}

function explain(preset: Preset, answer: Answer): Explained {
	const { headers, body } = answer;
	const refusal = envelopeProblem(preset, body);
	const said = refusal ?? (textOf(firstAt(body, MESSAGES)) || textOf(body));
	const status = answer.status >= 300 ? answer.status : statusIn(preset, body);
	const remedy = REMEDIES[status] ?? 'could not do this. Try again later';
	return explained(answer, {
		status,
		message: `${preset.title} ${remedy}`,
		details: [said.slice(0, LONGEST_MESSAGE)],
		requestId: REQUEST_IDS.map((header) => headers[header]).find(Boolean),
	});
}
