import { createHash } from 'node:crypto';
import { decode } from './decode';
import type { Delivery } from './delivery';
import { equalBytes } from './equalBytes';
import { queryOf } from './place';
import type { SignedContent } from './scheme';

/**
 * For senders that sign the URL alone and put the body's SHA-256 into it (Twilio, for JSON: docs/reference/senders.md).
 *
 * @returns undefined when the URL has no such parameter; else whether it is that of the body
 */
export function digestInUrlProblem(
	{ withDigestInUrl }: SignedContent,
	delivery: Delivery,
): { problem?: string } | undefined {
	if (!withDigestInUrl) return undefined;
	const digests = queryOf(delivery).getAll(withDigestInUrl.parameter);
	const [digest] = digests;
	if (digest === undefined) return undefined;
	const bytes = digests.length === 1 ? decode(digest, 'hex') : undefined;
	const right = createHash('sha256').update(delivery.body).digest();
	return bytes && equalBytes(bytes, right)
		? {}
		: { problem: `${withDigestInUrl.parameter} in the URL is not that of this body` };
}
