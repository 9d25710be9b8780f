import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
	type Dialect,
	pipevest,
	rfc9421,
} from '../../../dist/lib/signatures/messageSignature/dialects.js';
import { signMessage } from '../../../dist/lib/signatures/messageSignature/signMessage.js';
import { schemes } from '../../support/schemes.mts';
import { check, FIELDS, HEADERS, refusal, signed, URL_WITH_QUERY } from './signedMessage.mts';
import { BODY, NOW, withHeader } from './signing.mts';

describe('dialects', () => {
	const mixed: Dialect[] = [
		{ ...pipevest, signs: 'base' },
		{ ...pipevest, targetUri: 'whole' },
		{ ...rfc9421, names: 'any' },
	];

	it('signs as Pipevest documents it: names in their case, host-only target, SHA-512 before', () => {
		const key = createSecretKey(Buffer.from('k'));
		const base = [
			`"Content-Digest": ${HEADERS['Content-Digest']}`,
			'"@target-uri": https://n8n.example',
			`"@signature-params": ("Content-Digest" "@target-uri");created=1;keyid="k"`,
		].join('\n');
		const short = signMessage(
			{ method: 'POST', url: URL_WITH_QUERY, headers: HEADERS },
			{
				key,
				components: ['Content-Digest', '@target-uri'],
				parameters: { created: 1, keyid: 'k' },
				dialect: pipevest,
				label: 'a',
			},
		);
		const signature = createHmac('sha256', key).update(createHash('sha512').update(base).digest());
		expect(short.value).toEqual({
			'Signature-Input': 'a=("Content-Digest" "@target-uri");created=1;keyid="k"',
			Signature: `a=:${signature.digest('base64')}:`,
		});
	});

	it.each([rfc9421, pipevest, ...mixed])('Pipevest may sign with %j', (dialect) => {
		expect(check(signed({ dialect }))).toEqual({ authentic: true, signedAt: NOW });
	});

	it.each([pipevest, ...mixed])('others may not sign with %j', (dialect) => {
		expect(check(signed({ dialect }), schemes.rfc9421Ed25519).authentic).toBe(false);
	});
});

describe.each([rfc9421, pipevest])('every component counts in %j', (dialect) => {
	it.each(FIELDS)('%s', (name) => {
		const delivery = signed({ dialect });
		expect(check(withHeader(delivery, name, (value) => [`${value}0`])).authentic).toBe(false);
		expect(check(withHeader(delivery, name, () => [])).authentic).toBe(false);
		expect(check(withHeader(delivery, name, (value) => [value, value])).authentic).toBe(false);
	});

	it.each([
		['@method', { method: 'PUT' }],
		['@target-uri', { url: URL_WITH_QUERY.replace('n8n.example', 'n8n.example:8443') }],
		['@target-uri', { url: URL_WITH_QUERY.replace('https', 'http') }],
		['@path', { url: URL_WITH_QUERY.replace('7c1d', '7c1e') }],
		['@query', { url: URL_WITH_QUERY.replace('pipevest', 'other') }],
		['@query', { url: URL_WITH_QUERY.replace('?from=pipevest', '') }],
		['the body', { body: Buffer.concat([BODY, BODY]) }],
	])('%s', (_name, change) => {
		expect(check({ ...signed({ dialect }), ...change })).toEqual(refusal(/match|digest/));
	});
});

describe('what must be covered', () => {
	const DIGEST = 'content-digest';

	it.each([
		['the body', ['@method', '@target-uri'], /does not cover the body/],
		['the method', [DIGEST, '@target-uri'], /does not cover the method/],
		['the target', [DIGEST, '@method', '@authority', '@scheme'], /does not cover the target/],
		['the query of the target', [DIGEST, '@method', '@path'], /does not cover the target/],
		['anything', [], /does not cover/],
	])('refuses one that leaves out %s', (_what, components, reason) => {
		const delivery = signed({ components, dialect: rfc9421 });
		expect(check(delivery, schemes.rfc9421Ed25519)).toEqual(refusal(reason));
		expect(check(delivery)).toEqual(refusal(reason));
	});

	it.each([
		[[DIGEST, '@method', '@target-uri']],
		[[DIGEST, '@method', '@request-target']],
		[[DIGEST, '@method', '@path', '@query']],
		[['@method', '@query', '@path', '@authority', '@scheme', DIGEST]],
	])('accepts %j', (components) => {
		const delivery = signed({ components, dialect: rfc9421 });
		expect(check(delivery, schemes.rfc9421Ed25519).authentic).toBe(true);
	});

	it('takes the host alone for no target, whatever its name', () => {
		const components = [DIGEST, '@method', '@target-uri'];
		expect(check(signed({ components, dialect: pipevest }))).toEqual(refusal(/match|target/));
	});

	it('needs no query of a URL without one', () => {
		const components = [DIGEST, '@method', '@path'];
		const delivery = signed({ components, dialect: rfc9421 }, 'https://n8n.example/webhook/1');
		expect(check(delivery, schemes.rfc9421Ed25519).authentic).toBe(true);
	});
});
