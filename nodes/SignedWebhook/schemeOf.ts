import { commaList } from '../../lib/text';
import { isBlank } from '../../lib/signatures/isBlank';
import type { JwtAlgorithm, JwtScheme, Keys, Scheme } from '../../lib/signatures/scheme';
import { bodyJwt, rfc9421Ed25519, rfc9421Hmac, secretHeader } from '../../lib/signatures/schemes';
import { keysOf, type SignedWebhookCredential } from './credential';
import { customPublicKeyScheme, customScheme, placeIn } from './customScheme';
import { readText, type ReadParameter } from './readParameter';
import { definitionOf, schemeName } from './senders';

/** How a delivery is to be signed, and with what, by the node's parameters and its credential. */
export function schemeOf(
	read: ReadParameter,
	credential: SignedWebhookCredential,
): { scheme: Scheme; keys: Keys } {
	const keys = { ...keysOf(credential), audience: readText(read, 'audience') };
	const name = schemeName(read('scheme', ''));
	const { scheme } = definitionOf(name);
	if (scheme) return { scheme, keys };
	switch (name) {
		case 'secretHeader': {
			const at = placeIn(readText(read, 'secretIn'), readText(read, 'placeName'));
			return {
				scheme: at ? { kind: 'sharedSecret', at } : secretHeader(readText(read, 'header')),
				keys,
			};
		}
		case 'bodyJwt': {
			const issuers = commaList(read('issuer', ''));
			const any = issuers.length === 0 ? { anyIssuer: true as const } : {};
			const header = readText(read, 'header');
			return { scheme: bodyJwt(header, any), keys: { ...keys, issuers } };
		}
		case 'jwt': {
			const issuers = commaList(read('issuer', ''));
			return {
				scheme: jwtScheme(read, issuers.length === 0, credential),
				keys: { ...keys, issuers },
			};
		}
		case 'messageSignature':
			return {
				scheme: isBlank(credential.publicKey) ? rfc9421Hmac : rfc9421Ed25519,
				keys,
			};
		case 'publicKey':
			return { scheme: customPublicKeyScheme(read), keys };
		default:
			return { scheme: customScheme(read, credential.keyEncoding), keys };
	}
}

const JWT_ALGORITHMS: readonly JwtAlgorithm[] = ['HS256', 'RS256', 'ES256'];
const ENCODINGS = ['hex', 'base64', 'base64url'] as const;

function jwtScheme(
	read: ReadParameter,
	anyIssuer: boolean,
	{ keyEncoding }: SignedWebhookCredential,
): JwtScheme {
	const claim = readText(read, 'digestClaim');
	const encoding = ENCODINGS.find((one) => one === read('digestEncoding', '')) ?? 'base64';
	const audience = readText(read, 'audience');
	return {
		kind: 'jwt',
		header: readText(read, 'header'),
		algorithms: [JWT_ALGORITHMS.find((one) => one === read('jwtAlgorithm', '')) ?? 'HS256'],
		...(claim && { digest: { claim, encoding } }),
		mayLackExpiry: true,
		...(audience && { claims: { aud: ['{url}'] } }),
		...(anyIssuer && { anyIssuer }),
		leeway: 10,
		secret:
			keyEncoding === 'text'
				? { encoding: 'utf8', trim: true }
				: { encoding: keyEncoding, trim: true },
	};
}
