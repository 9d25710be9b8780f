import { createHash } from 'node:crypto';
import type { Delivery } from './delivery';
import { staleness, type ReplayWindow } from './freshness';
import { refused, type Verdict } from './verdict';
import { decode } from './decode';
import { equalBytes } from './equalBytes';
import { isBlank } from './isBlank';
import { jwtClaims } from './jwtClaims';
import { publicKeysIn } from './publicKey';
import type { JwtScheme, Keys } from './scheme';
import { secretKeys } from './secretKeys';
import { singleHeader } from './singleHeader';
import { tokenLifetime } from './tokenLifetime';

/**
 * Checks the JWT of a delivery and, where it has a digest, that it was made for this body. Its `exp`
 * and `nbf` hold with the scheme's leeway; where it says when it was made (`iat`, else `nbf`), it
 * must lie in the window too.
 */
export function verifyJwt(
	scheme: JwtScheme,
	keys: Keys,
	delivery: Delivery,
	window: ReplayWindow,
): Verdict {
	const secrets = scheme.algorithms.includes('HS256')
		? secretKeys(keys.secrets, scheme.secret)
		: [];
	const publicKeys = (keys.publicKeys ?? []).flatMap(publicKeysIn);
	if (secrets.length + publicKeys.length === 0) return refused('no usable secret is set');
	const header = singleHeader(delivery, scheme.header);
	if (header.problem !== undefined) return refused(header.problem);
	const token = header.value.replace(/^Bearer +/i, '');
	const claims = jwtClaims(token, scheme.algorithms, { secrets, publicKeys });
	if (claims.problem !== undefined) return refused(claims.problem);

	const problem = claimsProblem(scheme, keys, delivery, claims.value);
	if (problem) return refused(problem);
	const lifetime = tokenLifetime(claims.value, window.now, scheme);
	if (lifetime.problem !== undefined) return refused(lifetime.problem);
	const { madeAt } = lifetime.value;
	// A token that says not when it was made is bounded by its expiry instead.
	const stale =
		madeAt === undefined ? longLived(claims.value.exp, window, scheme) : staleness(madeAt, window);
	if (stale) return refused(stale);
	return isForBody(scheme, claims.value, delivery)
		? { authentic: true, signedAt: madeAt }
		: refused('the token was not made for this body');
}

function longLived(
	exp: unknown,
	{ now, tolerance }: ReplayWindow,
	{ leeway, mayLackTime, digest }: JwtScheme,
): string | undefined {
	if (exp === undefined && mayLackTime && digest) return undefined;
	return Number(exp) * 1000 - now <= (tolerance + leeway) * 1000
		? undefined
		: `the token says neither when it was made nor expires within ${tolerance} s`;
}

function claimsProblem(
	{ anyIssuer, claims = {} }: JwtScheme,
	keys: Keys,
	delivery: Delivery,
	sent: Record<string, unknown>,
): string | undefined {
	const issuers = (keys.issuers ?? []).filter((issuer) => !isBlank(issuer));
	if (!anyIssuer && !issuers.some((issuer) => issuer === sent.iss))
		return 'the token is of another issuer';
	for (const [name, wanted] of Object.entries(claims)) {
		const value = sent[name];
		const allowed = wanted.flatMap((one) => {
			if (one === '{url}') return [keys.audience?.trim() || delivery.url];
			return one === '{secret}' ? keys.secrets.filter((secret) => !isBlank(secret)) : [one];
		});
		const given: unknown[] = Array.isArray(value) ? value : [value];
		if (!given.some((one) => allowed.some((other) => other === one)))
			return `the token is for another "${name}"`;
	}
	return undefined;
}

function isForBody({ digest }: JwtScheme, claims: Record<string, unknown>, { body }: Delivery) {
	if (!digest) return true;
	const text = claims[digest.claim];
	const stated = typeof text === 'string' ? decode(text, digest.encoding) : undefined;
	return stated !== undefined && equalBytes(createHash('sha256').update(body).digest(), stated);
}
