import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { jwtClaims } from '../../../dist/lib/signatures/jwtClaims.js';
import type { HmacScheme } from '../../../dist/lib/signatures/scheme.js';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { withHeader } from './signing.mts';

const repeated = (byte: string, times: number) => byte.repeat(times);
const counting = Array.from({ length: 25 }, (_, at) => (at + 1).toString(16).padStart(2, '0')).join(
	'',
);
const hexOf = (text: string) => Buffer.from(text).toString('hex');

describe('RFC 4231 and RFC 2202', () => {
	it.each([
		[
			'4231, 4.2',
			'sha256',
			repeated('0b', 20),
			hexOf('Hi There'),
			'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
		],
		[
			'4231, 4.2',
			'sha512',
			repeated('0b', 20),
			hexOf('Hi There'),
			'87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854',
		],
		[
			'4231, 4.3',
			'sha256',
			hexOf('Jefe'),
			hexOf('what do ya want for nothing?'),
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		],
		[
			'4231, 4.3',
			'sha512',
			hexOf('Jefe'),
			hexOf('what do ya want for nothing?'),
			'164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
		],
		[
			'4231, 4.4',
			'sha256',
			repeated('aa', 20),
			repeated('dd', 50),
			'773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
		],
		[
			'4231, 4.5',
			'sha256',
			counting,
			repeated('cd', 50),
			'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
		],
		[
			'4231, 4.7',
			'sha256',
			repeated('aa', 131),
			hexOf('Test Using Larger Than Block-Size Key - Hash Key First'),
			'60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
		],
		[
			'4231, 4.7',
			'sha512',
			repeated('aa', 131),
			hexOf('Test Using Larger Than Block-Size Key - Hash Key First'),
			'80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598',
		],
		[
			'2202, 3',
			'sha1',
			hexOf('Jefe'),
			hexOf('what do ya want for nothing?'),
			'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
		],
	] as const)('RFC %s, %s', (_source, algorithm, key, data, digest) => {
		const bytes = Buffer.from(digest, 'hex');
		const keys = { secrets: [Buffer.from(key, 'hex').toString('base64')] };
		for (const encoding of ['hex', 'base64', 'base64url'] as const) {
			const scheme: HmacScheme = {
				kind: 'hmac',
				signature: { headers: ['X-Mac'] },
				algorithm,
				encoding,
				content: '{body}',
				secret: { encoding: 'base64' },
			};
			const rawHeaders = ['X-Mac', bytes.toString(encoding)];
			const delivery = { method: 'POST', url: '', rawHeaders, body: Buffer.from(data, 'hex') };
			const window = { now: 0, tolerance: 0 };
			expect(verify(scheme, keys, delivery, window)).toEqual({ authentic: true });
			const other = withHeader(delivery, 'X-Mac', (value) => [`${value.slice(1)}0`]);
			expect(verify(scheme, keys, other, window).authentic).toBe(false);
		}
	});
});

describe('RFC 7515, appendix A.1', () => {
	const head = 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9';
	const claims =
		'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
	const mac = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
	const key = createSecretKey(
		'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
		'base64url',
	);

	it('gives its claims', () => {
		expect(jwtClaims(`${head}.${claims}.${mac}`, ['HS256'], { secrets: [key] }).value).toEqual({
			iss: 'joe',
			exp: 1300819380,
			'http://example.com/is_root': true,
		});
	});

	it('gives none with another key, or with a signature that says the same bytes otherwise', () => {
		expect(
			jwtClaims(`${head}.${claims}.${mac}`, ['HS256'], {
				secrets: [createSecretKey(Buffer.from('other'))],
			}).value,
		).toBeUndefined();
		// The last character holds two bits that nobody reads.
		expect(
			jwtClaims(`${head}.${claims}.${mac.slice(0, -1)}l`, ['HS256'], { secrets: [key] }).value,
		).toBeUndefined();
	});
});
