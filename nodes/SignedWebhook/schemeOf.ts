import { commaList } from '../../lib/text';
import { isBlank } from '../../lib/signatures/isBlank';
import type { Keys, Scheme } from '../../lib/signatures/scheme';
import { schemes } from '../../lib/signatures/schemes';
import { keysOf, type SignedWebhookCredential } from './credential';
import { customScheme } from './customScheme';
import { readText, type ReadParameter } from './readParameter';
import { schemeName } from './senders';

/** How a delivery is to be signed, and with what, by the node's parameters and its credential. */
export function schemeOf(
	read: ReadParameter,
	credential: SignedWebhookCredential,
): { scheme: Scheme; keys: Keys } {
	const keys = keysOf(credential);
	const name = schemeName(read('scheme', ''));
	switch (name) {
		case 'secretHeader':
			return {
				scheme: schemes.secretHeader(readText(read, 'header')),
				keys,
			};
		case 'bodyJwt': {
			const issuers = commaList(read('issuer', ''));
			const any = issuers.length === 0 ? { anyIssuer: true as const } : {};
			const header = readText(read, 'header');
			return { scheme: schemes.bodyJwt(header, any), keys: { ...keys, issuers } };
		}
		case 'messageSignature':
			return {
				scheme: isBlank(credential.publicKey) ? schemes.rfc9421Hmac : schemes.rfc9421Ed25519,
				keys,
			};
		case 'custom':
			return { scheme: customScheme(read), keys };
		default:
			return { scheme: schemes[name], keys };
	}
}
