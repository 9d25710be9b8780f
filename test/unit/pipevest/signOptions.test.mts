import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { readCredential } from '../../../dist/nodes/Pipevest/credential.js';
import { signOptions } from '../../../dist/nodes/Pipevest/signing/signOptions.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const PUBLIC = String(publicKey.export({ format: 'pem', type: 'spki' }));
const credential = (more: object = {}) =>
	readCredential({
		environment: 'staging',
		clientId: 'client-1',
		clientSecret: 'secret',
		keyId: 'key-1',
		privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
		accessToken: 'token-1',
		...more,
	});
const signed = (request: IHttpRequestOptions, more: object = {}) =>
	signOptions(credential(more), request);

/** Is it authentic for whoever has the public half? Nothing of the request may be left to n8n. */
function isAuthentic({ url, method, headers, body = '', ...rest }: IHttpRequestOptions) {
	expect(rest).not.toHaveProperty('qs');
	expect(rest).not.toHaveProperty('baseURL');
	const rawHeaders = Object.entries(headers ?? {}).flatMap(([name, value]) => [
		name,
		String(value),
	]);
	const covers =
		method === 'POST' ? (['body', 'method', 'target'] as const) : (['method'] as const);
	return verify(
		{ ...schemes.pipevest, covers },
		{ secrets: [], publicKeys: [PUBLIC] },
		{ method: method ?? '', url, rawHeaders, body: Buffer.from(String(body)) },
		{ now: Date.now(), tolerance: 100 },
	).authentic;
}

const DIALECTS = ['pipevest', 'rfc9421'];

describe.each(DIALECTS)('signOptions as %s', (signingDialect) => {
	it('signs the bytes and the URL that go out, whatever they are', () => {
		fc.assert(
			fc.property(
				fc.jsonValue(),
				fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer())),
				fc.webPath(),
				(value, qs, path) => {
					const request = signed(
						{ method: 'POST', url: `/x${path}`, qs, body: { value } },
						{ signingDialect },
					);
					expect(JSON.parse(String(request.body))).toEqual(JSON.parse(JSON.stringify({ value })));
					expect(isAuthentic(request)).toBe(true);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('signs a repeat anew, with the same bytes, URL and idempotency key', () => {
		const first = signed(
			{ method: 'POST', url: '/customers', qs: { a: 1 }, body: { b: 'é' } },
			{ signingDialect },
		);
		const again = signed(first, { signingDialect, accessToken: 'token-2' });
		expect([again.body, again.url]).toEqual([first.body, first.url]);
		expect(again.headers).toMatchObject({
			Authorization: 'Bearer token-2',
			'X-Idempotency-Key': first.headers?.['X-Idempotency-Key'],
			'X-Idempotency-Id': first.headers?.['X-Idempotency-Key'],
		});
		expect(again.headers?.Signature).not.toBe(first.headers?.Signature);
		expect(isAuthentic(again)).toBe(true);
	});
});

describe('what is signed', () => {
	const components = ({ headers }: IHttpRequestOptions) =>
		[...String(headers?.['Signature-Input']).matchAll(/"([^"=]+)"(?=[ )])/g)].map(
			([, name]) => name,
		);

	it.each([
		[
			'POST',
			[
				...['Authorization', 'Content-Digest', 'Content-Length', 'Content-Type', 'X-Client-Id'],
				...['X-Idempotency-Key', '@method', '@target-uri', '@path', '@query'],
			],
		],
		[
			'DELETE',
			[
				...['Authorization', 'X-Client-Id', 'X-Idempotency-Key'],
				...['@method', '@target-uri', '@path', '@query'],
			],
		],
		['GET', ['Authorization', 'X-Client-Id', '@method', '@target-uri', '@path', '@query']],
	] as const)(
		'of a %s is what docs/reference/pipevest.md 4 shows, in its order',
		(method, expected) => {
			expect(components(signed({ method, url: '/webhooks' }))).toEqual(expected);
			const standard = signed({ method, url: '/webhooks' }, { signingDialect: 'rfc9421' });
			expect(components(standard)).toEqual(expected.map((name) => name.toLowerCase()));
		},
	);

	it('is good for 100 seconds and names the key', () => {
		const input = String(signed({ url: '/webhooks' }).headers?.['Signature-Input']);
		const [, created, expires] = /;keyid="key-1";created=(\d+);expires=(\d+)$/.exec(input) ?? [];
		expect(Number(expires) - Number(created)).toBe(100);
		expect(Math.abs(Date.now() / 1000 - Number(created))).toBeLessThan(5);
	});

	it('of a POST without a body is an empty object, for the digest has to be there', () => {
		const { body, headers } = signed({ method: 'POST', url: '/webhooks/test' });
		const digest = createHash('sha512').update('{}').digest('base64');
		expect({ body, ...headers }).toMatchObject({
			...{ body: '{}', 'Content-Length': '2', 'Content-Digest': `sha-512=:${digest}:` },
		});
	});

	it('takes the place of what somebody has set, in any case, and leaves the rest', () => {
		const headers = {
			...{ authorization: 'Bearer old', signature: 'x', 'CONTENT-DIGEST': 'x', Accept: 'a/b' },
			'x-idempotency-key': 'mine',
		};
		const request = signed({ method: 'POST', url: '/x', headers });
		const names = Object.keys(request.headers ?? {}).map((name) => name.toLowerCase());
		expect(new Set(names).size).toBe(names.length);
		expect(request.headers).toMatchObject({ Accept: 'a/b', 'X-Idempotency-Key': 'mine' });
		expect(isAuthentic(request)).toBe(true);
	});
});

describe('where it goes', () => {
	it.each([
		[{ environment: 'production' }, 'https://api.pipevest.com/v1/webhooks'],
		[{ environment: 'staging' }, 'https://api.staging.pipevest.com/v1/webhooks'],
		[{ environment: 'custom', baseUrl: ' http://a.example/v9/ ' }, 'http://a.example/v9/webhooks'],
		[
			{ environment: 'staging', baseUrl: 'http://no.example' },
			'https://api.staging.pipevest.com/v1/webhooks',
		],
	])('%o: %s', (more, url) => {
		expect(signed({ url: '/webhooks' }, more).url).toBe(url);
		expect(signed({ url }, more).url).toBe(url);
	});

	it('is nowhere without a base URL, and the message says so', () => {
		expect(() => signed({ url: '/webhooks' }, { environment: 'custom', baseUrl: '' })).toThrow(
			/base URL/,
		);
	});

	it('carries its query inside', () => {
		const qs = { sort: 'ASC', id: [1, 2], none: undefined };
		const { url } = signed({ url: '/customers?page=1', qs });
		expect(url).toBe('https://api.staging.pipevest.com/v1/customers?page=1&sort=ASC&id=1&id=2');
	});
});
