import type { Delivery } from './delivery';
import { refused, type Verdict } from './verdict';
import { equalBytes } from './equalBytes';
import { isBlank } from './isBlank';
import type { Keys, SharedSecretScheme } from './scheme';
import { singleHeader } from './singleHeader';

/** Checks that the header repeats one of our secrets, compared as bytes in constant time. */
export function verifySharedSecret(
	scheme: SharedSecretScheme,
	keys: Keys,
	delivery: Delivery,
): Verdict {
	const secrets = keys.secrets.filter((secret) => !isBlank(secret));
	if (secrets.length === 0) return refused('no secret is set to compare with');
	const header = singleHeader(delivery, scheme.header);
	if (header.fault !== undefined) return refused(header.fault);
	// Node hands header bytes over as latin1 characters; a secret beyond ASCII arrives as its UTF-8
	// bytes.
	const sent = Buffer.from(header.value, 'latin1');
	const known = secrets.some((secret) => equalBytes(Buffer.from(secret), sent));
	return known
		? { authentic: true }
		: refused(`the ${scheme.header} header does not match the credential`);
}
