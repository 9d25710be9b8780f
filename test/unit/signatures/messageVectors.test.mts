import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
	contentDigest,
	contentDigestProblem,
} from '../../../dist/lib/signatures/messageSignature/contentDigest.js';
import { rfc9421 } from '../../../dist/lib/signatures/messageSignature/dialects.js';
import { signMessage } from '../../../dist/lib/signatures/messageSignature/signMessage.js';
import {
	componentValue,
	signableMessage,
} from '../../../dist/lib/signatures/messageSignature/signableMessage.js';
import type { MessageSignatureScheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { PRIVATE_KEY, PUBLIC_KEY } from './signing.mts';

const BODY = Buffer.from('{"hello": "world"}');
const SHARED =
	'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==';
const DIGEST =
	'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:';

/** Appendix B.2, the test request. */
const REQUEST = {
	method: 'POST',
	url: 'https://example.com/foo?param=Value&Pet=dog',
	headers: {
		Host: 'example.com',
		Date: 'Tue, 20 Apr 2021 02:07:55 GMT',
		'Content-Type': 'application/json',
		'Content-Digest': DIGEST,
		'Content-Length': '18',
	},
};

const vectors = [
	{
		source: 'B.2.5, HMAC-SHA256',
		scheme: { ...schemes.rfc9421Hmac, secret: { encoding: 'base64' } } as MessageSignatureScheme,
		keys: { secrets: [SHARED] },
		key: createSecretKey(SHARED, 'base64'),
		label: 'sig-b25',
		components: ['date', '@authority', 'content-type'],
		keyid: 'test-shared-secret',
		signature: 'pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=',
	},
	{
		source: 'B.2.6, ed25519',
		scheme: schemes.rfc9421Ed25519,
		keys: { secrets: [], publicKeys: [PUBLIC_KEY] },
		key: PRIVATE_KEY,
		label: 'sig-b26',
		components: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
		keyid: 'test-key-ed25519',
		signature:
			'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
	},
];

describe.each(vectors)('RFC 9421, $source', (vector) => {
	const created = 1618884473;
	const window = { now: created * 1000, tolerance: 300 };
	const input = `${vector.label}=(${vector.components.map((name) => `"${name}"`).join(' ')});created=${created};keyid="${vector.keyid}"`;
	const signed = {
		'Signature-Input': input,
		Signature: `${vector.label}=:${vector.signature}:`,
	};
	const delivery = {
		...REQUEST,
		rawHeaders: Object.entries({ ...REQUEST.headers, ...signed }).flat(),
		body: BODY,
	};

	it('is signed as published', () => {
		const { key, label, components, keyid } = vector;
		const parameters = { created, keyid };
		const signing = { key, label, components, parameters, dialect: rfc9421 };
		expect(signMessage(REQUEST, signing)).toEqual({ value: signed });
	});

	it('is authentic where nothing else must be covered', () => {
		expect(verify({ ...vector.scheme, covers: [] }, vector.keys, delivery, window)).toEqual({
			authentic: true,
			signedAt: created * 1000,
		});
	});

	it('is refused by us, since anyone could put another body under it', () => {
		expect(verify(vector.scheme, vector.keys, delivery, window)).toEqual({
			authentic: false,
			reason: 'the signature does not cover the body',
		});
	});
});

describe('RFC 9421, 2.1 and 2.2: components', () => {
	const message = (url: string) =>
		signableMessage({
			method: 'POST',
			url,
			rawHeaders: [
				...['Host', 'www.example.com', 'Date', 'Tue, 20 Apr 2021 02:07:56 GMT'],
				...['X-OWS-Header', '   Leading and trailing whitespace.\t '],
				...[
					'Cache-Control',
					'max-age=60',
					'X-Empty-Header',
					'',
					'Cache-Control',
					'   must-revalidate',
				],
				...[
					'Example-Dict',
					'  a=1,    b=2;x=1;y=2,   c=(a   b   c)',
					'X-Forged',
					'a\n"@method": GET',
				],
			],
		});

	it.each([
		['@method', 'POST'],
		['@target-uri', 'https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman'],
		['@authority', 'www.example.com'],
		['@scheme', 'https'],
		['@request-target', '/path?param=value&foo=bar&baz=bat%2Dman'],
		['@path', '/path'],
		['@query', '?param=value&foo=bar&baz=bat%2Dman'],
		['cache-control', 'max-age=60, must-revalidate'],
		['date', 'Tue, 20 Apr 2021 02:07:56 GMT'],
		['example-dict', 'a=1,    b=2;x=1;y=2,   c=(a   b   c)'],
		['x-empty-header', ''],
		['x-ows-header', 'Leading and trailing whitespace.'],
		['x-forged', undefined],
		['x-missing', undefined],
		['@status', undefined],
		['@signature-params', undefined],
		['@query-param', undefined],
	])('%s is %j', (name, value) => {
		const known = message('https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman');
		expect(known && componentValue(known, name, rfc9421)).toBe(value);
	});

	it.each([
		['https://example.com', '@path', '/'],
		['https://example.com', '@query', '?'],
		['https://EXAMPLE.com:443/', '@authority', 'example.com'],
		['http://example.com:8080/', '@authority', 'example.com:8080'],
		['http://example.com:8080/a#part', '@target-uri', 'http://example.com:8080/a'],
		['https://example.com/path?queryString', '@query', '?queryString'],
	])('of %s, %s is %s', (url, name, value) => {
		const known = message(url);
		expect(known && componentValue(known, name, rfc9421)).toBe(value);
	});
});

describe('RFC 9530: Content-Digest', () => {
	const line = Buffer.from('{"hello": "world"}\n');

	it.each([
		['RFC 9421, B.2', BODY, DIGEST],
		['RFC 9530, sha-256', line, 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
		[
			'RFC 9530, sha-512',
			line,
			'sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:',
		],
	] as const)('%s is made and believed as published', (_source, body, value) => {
		expect(contentDigest(body, value.startsWith('sha-512') ? 'sha-512' : 'sha-256')).toBe(value);
		expect(contentDigestProblem(value, body)).toBeUndefined();
		expect(contentDigestProblem(value, Buffer.concat([body, body]))).toMatch(/digest/);
	});

	it.each([
		[
			'a wrong one beside a right one',
			`sha-256=:${Buffer.alloc(32).toString('base64')}:, ${DIGEST}`,
		],
		['sha-256 under the name of sha-512', 'sha-512=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
		['an algorithm of no use', 'md5=:XrY7u+Ae7tCTyyK7j1rNww==:'],
		['a token', 'sha-512=abc'],
		['a list', 'sha-512=(:AAAA:)'],
		['the same name twice', `${DIGEST}, ${DIGEST}`],
		['no bytes', 'sha-512=::'],
		['nothing', ''],
	])('%s is refused', (_what, value) => {
		expect(contentDigestProblem(value, BODY)).toEqual(expect.any(String));
	});

	it('skips an unknown one beside a right one', () => {
		expect(contentDigestProblem(`unixsum=:AAA=:, ${DIGEST}`, BODY)).toBeUndefined();
	});
});
