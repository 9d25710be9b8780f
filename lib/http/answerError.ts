import { NodeApiError, type JsonObject } from 'n8n-workflow';
import { DID_NOTHING } from './didNothing';
import type { Answer } from './providerResponse';
import { encodingsOf, hasSecretName, redact, secretsIn, secretsOf } from './redact';
import type { ProviderRequest, RequestContext } from './request';

/** What an answer that is no success amounts to. */
export interface Explained {
	/** The likely cause and the remedy. */
	message: string;
	/** Status, code, the provider's words, request ID. */
	description: string;
	httpCode: string;
	/** Whether the provider says that it has done nothing, where the status alone does not. */
	didNothing?: boolean;
}

/** What a provider says in an answer, for `explained`. */
interface Said {
	status?: number;
	message: string;
	/** In this order; blank ones are left out. */
	details: readonly unknown[];
	requestId?: unknown;
}

interface Failure extends Pick<ProviderRequest, 'credential' | 'body' | 'itemIndex'> {
	answer: Answer;
	explain: (answer: Answer) => Explained;
	/** What else must not be shown, such as secrets derived from the credential. */
	secrets?: readonly string[];
}

/**
 * The error of an answer that is no success: the one way in which an answer gets into an error.
 * n8n stores errors, so what a provider echoes of the call or the credential is redacted first, in the
 * body that is kept as well as in every text that is shown.
 */
export async function answerError(
	ctx: RequestContext,
	{ answer, credential, body, itemIndex, explain, secrets = [] }: Failure,
): Promise<NodeApiError> {
	const known = [
		...secretsOf(await ctx.getCredentials(credential)),
		...secretsIn(body),
		...secrets,
	];
	const redaction = { isSecret: hasSecretName, texts: encodingsOf(known) };
	const shown = { ...answer, body: redact(answer.body, redaction) };
	const { didNothing, ...text } = explain(shown);
	const error = new NodeApiError(ctx.getNode(), { body: shown.body } as JsonObject, {
		...redact(text, { ...redaction, isSecret: () => false }),
		itemIndex,
	});
	if (didNothing) error.context[DID_NOTHING] = true;
	return error;
}

/** Puts what a provider said into the form that all errors of answers have. */
export function explained(
	answer: Answer,
	{ status, message, details, requestId }: Said,
): Explained {
	return {
		message,
		description: [
			`HTTP ${answer.status}`,
			...details,
			(requestId ?? '') !== '' && `request ID ${String(requestId)}`,
		]
			.filter(Boolean)
			.join(', '),
		httpCode: String(status ?? answer.status),
	};
}

/** The beginning of an answer that is no JSON. */
export function textSnippet({ body }: Answer): string | undefined {
	return typeof body === 'string' && body !== '' ? `"${body.slice(0, 200)}"` : undefined;
}
