import { NodeApiError } from 'n8n-workflow';

/** Where an error notes that the call has not left, that nobody took it, or that the provider says so. */
export const DID_NOTHING = 'didNothing';

/** The provider gave up on reading the request, or so it says: a proxy says the same of an answer. */
const REQUEST_TIMEOUT = 408;

/**
 * Whether a call that failed has certainly done nothing at the provider: it did not arrive, or was
 * refused. After a 5xx, a time-out or a cut connection nobody knows.
 */
export function didNothing(error: unknown): boolean {
	if (!(error instanceof NodeApiError)) return false;
	if (error.context[DID_NOTHING] === true) return true;
	const status = Number(error.httpCode);
	return status >= 400 && status < 500 && status !== REQUEST_TIMEOUT;
}
