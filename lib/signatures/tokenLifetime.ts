import type { Found } from './found';
import type { JwtScheme } from './scheme';

const isTime = (value: unknown): value is number => Number.isFinite(value);

/**
 * Whether a token is in its lifetime now (ms), clocks differing by up to `leeway` (s), and when it
 * was made (ms), if it says so. `exp` must be there, or the scheme must say what else bounds the token (RFC 7519, 4.1).
 */
export function tokenLifetime(
	{ exp, nbf, iat }: Record<string, unknown>,
	now: number,
	{ leeway, mayLackExpiry }: Pick<JwtScheme, 'leeway' | 'mayLackExpiry'>,
): Found<{ madeAt?: number }> {
	if (!isTime(exp) && !(mayLackExpiry && exp === undefined))
		return { problem: 'the token has no expiry' };
	if ([nbf, iat].some((time) => time !== undefined && !isTime(time))) {
		return { problem: 'the token has a malformed time' };
	}
	const seconds = now / 1000;
	if (isTime(exp) && seconds >= exp + leeway) {
		return { problem: `the token expired ${Math.round(seconds - exp)} s ago` };
	}
	if (isTime(nbf) && seconds < nbf - leeway) {
		return { problem: `the token becomes valid in ${Math.round(nbf - seconds)} s` };
	}
	const made = iat ?? nbf;
	return { value: isTime(made) ? { madeAt: made * 1000 } : {} };
}
