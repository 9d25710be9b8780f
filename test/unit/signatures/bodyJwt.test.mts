import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { livekitClaims, LIVEKIT_KEYS } from './livekitSender.mts';
import { BODY, NOW, token, URL_OF_OURS } from './signing.mts';

const [SECRET] = LIVEKIT_KEYS.secrets;
const SECONDS = NOW / 1000;
const check = (authorization: string, keys = LIVEKIT_KEYS) =>
	verify(
		schemes.livekit,
		keys,
		{ method: 'POST', url: URL_OF_OURS, rawHeaders: ['Authorization', authorization], body: BODY },
		{ now: NOW, tolerance: 300 },
	);
const withClaims = (change: object) => check(token({ ...livekitClaims(BODY), ...change }, SECRET));
const sha256 = (body: Buffer) => createHash('sha256').update(body);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('accepts a token made for this body', () => {
	expect(withClaims({})).toEqual({ authentic: true, signedAt: NOW });
});

describe('claims', () => {
	it.each<[string, object, boolean]>([
		['another issuer', { iss: 'APIkey2' }, false],
		['no issuer', { iss: undefined }, false],
		['a list of issuers', { iss: ['APIkey1'] }, false],
		['no expiry', { exp: undefined }, false],
		['an expiry in text', { exp: String(SECONDS + 60) }, false],
		['an expiry without bound', { exp: null }, false],
		['expired by the leeway', { exp: SECONDS - 10 }, false],
		['expired by less', { exp: SECONDS - 9 }, true],
		['valid within the leeway', { nbf: SECONDS + 10 }, true],
		['valid after it', { nbf: SECONDS + 11 }, false],
		['no beginning', { nbf: undefined }, true],
		['no beginning, an expiry in years', { nbf: undefined, exp: SECONDS + 3e9 }, false],
		['a beginning in text', { nbf: String(SECONDS) }, false],
		['made before the window, valid for years', { nbf: SECONDS - 301, exp: SECONDS + 1e9 }, false],
		['made at its edge', { iat: SECONDS - 300, nbf: SECONDS - 900 }, true],
		['made in words', { iat: 'today' }, false],
		['no digest', { sha256: undefined }, false],
		['the digest of another body', { sha256: sha256(Buffer.from('{}')).digest('base64') }, false],
		['the digest in hex', { sha256: sha256(BODY).digest('hex') }, false],
		[
			'the digest without padding',
			{ sha256: sha256(BODY).digest('base64').replace('=', '') },
			false,
		],
		['the digest cut short', { sha256: sha256(BODY).digest('base64').slice(0, 40) }, false],
		['the digest in a list', { sha256: [sha256(BODY).digest('base64')] }, false],
		['claims of no use', { __proto__: { iss: 'x' }, video: { roomJoin: true } }, true],
	])('%s', (_what, change, authentic) => {
		expect(withClaims(change).authentic).toBe(authentic);
	});

	it('reads nothing from a prototype', () => {
		const { iss, ...rest } = livekitClaims(BODY);
		const payload = JSON.stringify(rest).replace('{', `{"__proto__":{"iss":"${String(iss)}"},`);
		const signed = `${part({ alg: 'HS256' })}.${Buffer.from(payload).toString('base64url')}`;
		const signature = createHmac('sha256', SECRET).update(signed).digest('base64url');
		expect(check(`${signed}.${signature}`)).toEqual({
			authentic: false,
			reason: 'the token is of another issuer',
		});
	});

	it.each([{}, [], null, 1, 'text'])('are refused when they are %j', (claims) => {
		expect(check(token(Object(claims), SECRET)).authentic).toBe(false);
	});
});

describe('form', () => {
	const good = token(livekitClaims(BODY), SECRET);
	const [head, claims, signature] = good.split('.');

	it.each<[string, string]>([
		['another word before it', `Token ${good}`],
		['alg none', `${part({ alg: 'none' })}.${claims}.`],
		['alg None, signed', token(livekitClaims(BODY), SECRET, { alg: 'None' })],
		['no alg', token(livekitClaims(BODY), SECRET, { typ: 'JWT' })],
		['alg HS512', token(livekitClaims(BODY), SECRET, { alg: 'HS512' })],
		['alg RS256', token(livekitClaims(BODY), SECRET, { alg: 'RS256' })],
		['alg in a list', token(livekitClaims(BODY), SECRET, { alg: ['HS256'] })],
		[
			'an extension',
			token(livekitClaims(BODY), SECRET, { alg: 'HS256', crit: ['b64'], b64: false }),
		],
		['no signature', `${head}.${claims}.`],
		['two parts', `${head}.${claims}`],
		['four parts', `${good}.`],
		['padding', `${head}.${claims}.${signature}=`],
		['base64', `${head}.${claims}.${Buffer.from(signature, 'base64url').toString('base64')}`],
		[
			'a header that is no JSON',
			`${Buffer.from('{').toString('base64url')}.${claims}.${signature}`,
		],
		['a header that is null', `${part(null)}.${claims}.${signature}`],
		['many dots', '.'.repeat(100_000)],
	])('is refused with %s', (_what, authorization) => {
		expect(check(authorization).authentic).toBe(false);
	});
});

describe('keys', () => {
	it('may be several while they change', () => {
		const keys = { secrets: ['new', SECRET], issuers: ['APIkey2', 'APIkey1'] };
		expect(check(token(livekitClaims(BODY), SECRET), keys).authentic).toBe(true);
	});

	it.each([undefined, [], [''], [' ']])('are none with the issuers %j', (issuers) => {
		for (const iss of ['', ' ', undefined]) {
			const verdict = check(token({ ...livekitClaims(BODY), iss }, SECRET), {
				secrets: [SECRET],
				issuers,
			});
			expect(verdict).toEqual({ authentic: false, reason: 'the token is of another issuer' });
		}
	});

	it('may belong to anyone where the scheme says so, who still needs the secret', () => {
		const scheme = schemes.bodyJwt('X-Token', { anyIssuer: true });
		const by = (secret: string) => {
			const value = token({ ...livekitClaims(BODY), iss: 'someone' }, secret);
			const delivery = {
				method: 'POST',
				url: URL_OF_OURS,
				rawHeaders: ['X-Token', value],
				body: BODY,
			};
			return verify(scheme, { secrets: [SECRET] }, delivery, { now: NOW, tolerance: 300 })
				.authentic;
		};
		expect([by(SECRET), by('other')]).toEqual([true, false]);
	});
});
