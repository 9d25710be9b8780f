import { createHash } from 'node:crypto';
import type { Delivery } from './delivery';
import { staleness, type Window } from './freshness';
import { refused, type Verdict } from './verdict';
import { decode } from './decode';
import { equalBytes } from './equalBytes';
import { hs256Claims } from './hs256Claims';
import { isBlank } from './isBlank';
import type { BodyJwtScheme, Keys } from './scheme';
import { secretKeys } from './secretKeys';
import { singleHeader } from './singleHeader';
import { tokenLifetime } from './tokenLifetime';

/**
 * Checks the JWT of a delivery and that it was made for this body. Its `exp` and `nbf` hold with
 * the scheme's leeway; where it says when it was made (`iat`, else `nbf`), it must lie in the
 * window too.
 */
export function verifyBodyJwt(
	scheme: BodyJwtScheme,
	keys: Keys,
	delivery: Delivery,
	window: Window,
): Verdict {
	const macKeys = secretKeys(keys.secrets, scheme.secret);
	if (macKeys.length === 0) return refused('no usable secret is set');
	const header = singleHeader(delivery, scheme.header);
	if (header.fault !== undefined) return refused(header.fault);
	const claims = hs256Claims(header.value, macKeys);
	if (claims.fault !== undefined) return refused(claims.fault);

	const { iss, [scheme.digestClaim]: digest } = claims.value;
	const issuers = (keys.issuers ?? []).filter((issuer) => !isBlank(issuer));
	if (!scheme.anyIssuer && !issuers.some((issuer) => issuer === iss))
		return refused('the token is of another issuer');
	const lifetime = tokenLifetime(claims.value, window.now, scheme.leeway);
	if (lifetime.fault !== undefined) return refused(lifetime.fault);
	const { madeAt } = lifetime.value;
	// A token that says not when it was made is bounded by its expiry instead.
	const stale =
		madeAt === undefined
			? longLived(claims.value.exp, window, scheme.leeway)
			: staleness(madeAt, window);
	if (stale) return refused(stale);

	const stated = typeof digest === 'string' ? decode(digest, 'base64') : undefined;
	if (!stated || !equalBytes(createHash('sha256').update(delivery.body).digest(), stated)) {
		return refused('the token was not made for this body');
	}
	return { authentic: true, signedAt: madeAt };
}

function longLived(exp: unknown, { now, tolerance }: Window, leeway: number): string | undefined {
	return Number(exp) * 1000 - now <= (tolerance + leeway) * 1000
		? undefined
		: `the token says neither when it was made nor expires within ${tolerance} s`;
}
