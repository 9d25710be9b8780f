import { NodeApiError } from 'n8n-workflow';

/** The text of an error with what the provider said, for where n8n shows the message alone. */
export function messageWithDescription(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	// Without an answer, the description names a code of Node's, which n8n would replace the message by.
	const answered = error instanceof NodeApiError && error.httpCode;
	return answered && error.description ? `${message} (${error.description})` : message;
}
