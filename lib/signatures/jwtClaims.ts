import { type KeyObject, verify as verifyWithKey } from 'node:crypto';
import { parseJson } from './parseJson';
import { decode } from './decode';
import { equalBytes } from './equalBytes';
import type { Found } from './found';
import { mac } from './mac';
import type { NamedKey } from './publicKey';
import type { JwtAlgorithm } from './scheme';

/** What may have signed a token. */
export interface JwtKeys {
	secrets: readonly KeyObject[];
	publicKeys?: readonly NamedKey[];
}

/** Why a token is refused that names a key which is not known: it may be new. */
export const UNKNOWN_KEY = 'the token names a key that is not known';

/**
 * Claims of a compact JWS (RFC 7515) signed by one of the keys. Which algorithms will do is ours to
 * choose, not the token's: `none` and all others are refused, and so are extensions (`crit`), since
 * none is known here.
 */
export function jwtClaims(
	token: string,
	algorithms: readonly JwtAlgorithm[],
	keys: JwtKeys,
): Found<Record<string, unknown>> {
	const segments = token.split('.', 4);
	const [head, claims, signature] = segments.map((segment) => decode(segment, 'base64url'));
	if (segments.length !== 3 || !head || !claims || !signature)
		return { problem: 'the token is malformed' };
	const header = record(head);
	if (!header) return { problem: 'the token is malformed' };
	const algorithm = algorithms.find((one) => one === header.alg);
	if (!algorithm) return { problem: `the token is not signed with ${algorithms.join(' or ')}` };
	if (header.crit !== undefined) return { problem: 'the token asks for an unknown extension' };

	const signed = `${segments[0]}.${segments[1]}`;
	const problem =
		algorithm === 'HS256'
			? macProblem(keys.secrets, signed, signature)
			: signatureProblem(algorithm, candidates(keys, header.kid), signed, signature);
	if (problem) return { problem: problem };
	const value = record(claims);
	return value ? { value } : { problem: 'the claims of the token are malformed' };
}

const MISMATCH = 'the signature of the token does not match';

function macProblem(keys: readonly KeyObject[], signed: string, sent: Buffer): string | undefined {
	return keys.some((key) => equalBytes(mac('sha256', key, [signed]), sent)) ? undefined : MISMATCH;
}

function signatureProblem(
	algorithm: 'RS256' | 'ES256',
	keys: readonly KeyObject[],
	signed: string,
	sent: Buffer,
): string | undefined {
	const type = algorithm === 'RS256' ? 'rsa' : 'ec';
	const known = keys.filter((key) => key.asymmetricKeyType === type);
	if (known.length === 0) return UNKNOWN_KEY;
	const bytes = Buffer.from(signed);
	const isOurs = (key: KeyObject) =>
		verifyWithKey('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, sent);
	return known.some(isOurs) ? undefined : MISMATCH;
}

/** Keys without an id may have made any token; of the others only the one that is named. */
function candidates({ publicKeys = [] }: JwtKeys, id: unknown): KeyObject[] {
	return publicKeys
		.filter((one) => one.id === undefined || id === undefined || one.id === id)
		.map(({ key }) => key);
}

function record(bytes: Buffer): Record<string, unknown> | undefined {
	const value = parseJson(bytes);
	return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
