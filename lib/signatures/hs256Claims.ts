import type { KeyObject } from 'node:crypto';
import { parseJson } from './parseJson';
import { decode } from './decode';
import { equalBytes } from './equalBytes';
import type { Found } from './found';
import { mac } from './mac';

/**
 * Claims of a compact JWS (RFC 7515) signed with HS256 by one of the keys. The algorithm is ours to
 * choose, not the token's: `none` and all others are refused, and so are extensions (`crit`), since
 * none is known here.
 */
export function hs256Claims(
	token: string,
	keys: readonly KeyObject[],
): Found<Record<string, unknown>> {
	const segments = token.split('.', 4);
	const [head, claims, signature] = segments.map((segment) => decode(segment, 'base64url'));
	if (segments.length !== 3 || !head || !claims || !signature)
		return { fault: 'the token is malformed' };
	const header = record(head);
	if (!header) return { fault: 'the token is malformed' };
	if (header.alg !== 'HS256') return { fault: 'the token is not signed with HS256' };
	if (header.crit !== undefined) return { fault: 'the token asks for an unknown extension' };

	const signed = [`${segments[0]}.${segments[1]}`];
	const known = keys.some((key) => equalBytes(mac('sha256', key, signed), signature));
	if (!known) return { fault: 'the signature of the token does not match' };
	const value = record(claims);
	return value ? { value } : { fault: 'the claims of the token are malformed' };
}

function record(bytes: Buffer): Record<string, unknown> | undefined {
	const value = parseJson(bytes);
	return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
