import type { Delivery } from './delivery';
import { refused, type Verdict } from './verdict';
import { decodeUnpadded } from './decode';
import { equalBytes } from './equalBytes';
import { isBlank } from './isBlank';
import { placeName, valueAt } from './place';
import type { Keys, SharedSecretScheme } from './scheme';
import { singleHeader } from './singleHeader';

/** Checks that a place repeats one of our secrets, compared as bytes in constant time. */
export function verifySharedSecret(
	scheme: SharedSecretScheme,
	keys: Keys,
	delivery: Delivery,
): Verdict {
	const secrets = keys.secrets.filter((secret) => !isBlank(secret));
	if (secrets.length === 0) return refused('no secret is set to compare with');
	const found = valueAt(delivery, scheme.at);
	if (found.problem !== undefined) return refused(found.problem);
	// Node hands header bytes over as latin1 characters; a secret beyond ASCII arrives as its UTF-8
	// bytes.
	const sent = Buffer.from(found.value, scheme.at.startsWith('header:') ? 'latin1' : 'utf8');
	const known = secrets.some((secret) => equalBytes(Buffer.from(secret), sent));
	return known
		? { authentic: true }
		: refused(`${placeName(scheme.at)} does not match the credential`);
}

/** Checks user name and password of basic authentication (RFC 7617), compared in constant time. */
export function verifyBasicAuth(keys: Keys, delivery: Delivery): Verdict {
	const secrets = keys.secrets.filter((secret) => !isBlank(secret));
	if (secrets.length === 0) return refused('no secret is set to compare with');
	const header = singleHeader(delivery, 'Authorization');
	if (header.problem !== undefined) return refused(header.problem);
	const [, base64 = ''] = /^Basic +(\S+)$/i.exec(header.value) ?? [];
	const sent = decodeUnpadded(base64, 'base64');
	if (!sent?.includes(':'))
		return refused('the Authorization header is not of basic authentication');
	const known = secrets.some((secret) =>
		equalBytes(Buffer.from(`${keys.username ?? ''}:${secret}`), sent),
	);
	return known ? { authentic: true } : refused('user name or password do not match the credential');
}
