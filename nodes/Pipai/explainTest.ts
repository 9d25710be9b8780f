import type { TestResult } from './webhooks';

/** What the result of a test means, with the remedy where the endpoint did not take the event. */
export function explainTest(result: TestResult): string {
	const { delivered, response_status: status, response_time_ms: ms, error } = result;
	if (delivered) return `The endpoint took the event: it answered ${status} in ${ms} ms`;
	if (status === null)
		return `The endpoint did not answer within 10 s (${error ?? 'no reason given'}). Check that its URL is public, with a valid certificate`;
	return `The endpoint answered ${status}, and PipAI counts only 2xx. ${remedy(status)}`;
}

function remedy(status: number): string {
	if (status === 401 || status === 403)
		return 'It did not accept the signature: check that it knows the secret of this very webhook';
	if (status === 404 || status === 410)
		return 'Nothing is there: check the URL, and that the workflow behind it is published';
	if (status >= 300 && status < 400)
		return 'Register the address that it redirects to: redirects are not followed';
	return 'Look into its log';
}
