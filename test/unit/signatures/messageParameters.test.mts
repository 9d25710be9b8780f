import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import type { Signing } from '../../../dist/lib/signatures/messageSignature/signMessage.js';
import { schemes } from '../../support/schemes.mts';
import { check, HEADERS, refusal, SECONDS, signed } from './signedMessage.mts';
import { BODY, NOW, PRIVATE_KEY, withHeader } from './signing.mts';

describe('parameters', () => {
	const parameters = { created: SECONDS, keyid: 'k' };

	it.each<[string, Signing['parameters'], RegExp | undefined]>([
		['none but the time', { created: SECONDS }, undefined],
		[
			'all',
			{ ...parameters, alg: 'ed25519', nonce: 'n"\\', tag: 't', expires: SECONDS },
			undefined,
		],
		['no time', { keyid: 'k' }, /no time of creation/],
		['an old time', { ...parameters, created: SECONDS - 301 }, /signed 301 s ago/],
		[
			'an old time before a late expiry',
			{ created: SECONDS - 301, expires: SECONDS + 9e6 },
			/signed 301 s ago/,
		],
		['a time to come', { ...parameters, created: SECONDS + 301 }, /301 s in the future/],
		[
			'an expiry that is over',
			{ ...parameters, created: SECONDS - 5, expires: SECONDS - 1 },
			/expired 1 s ago/,
		],
		['another algorithm', { ...parameters, alg: 'hmac-sha256' }, /is not ed25519/],
		['an unknown algorithm', { ...parameters, alg: 'none' }, /is not ed25519/],
	])('%s', (_what, changed, reason) => {
		const verdict = check(signed({ parameters: changed }));
		expect(verdict).toEqual(reason ? refusal(reason) : { authentic: true, signedAt: NOW });
	});

	it.each([
		[`created=${SECONDS}`, `created="${SECONDS}"`],
		[`created=${SECONDS}`, `created=${SECONDS}.0`],
		[`created=${SECONDS}`, `created=-${SECONDS}`],
		[`created=${SECONDS}`, 'created'],
		[`expires=${SECONDS + 100}`, 'expires=never'],
		[`expires=${SECONDS + 100}`, `expires=${SECONDS + 101}`],
		['keyid="staging-pipevest-ed25519"', 'keyid=staging'],
		['keyid="staging-pipevest-ed25519"', 'keyid="other"'],
		['keyid="staging-pipevest-ed25519"', 'keyid="a";keyid="b"'],
		['"@path"', '"@path";req'],
		['"@path"', '"@path";sf'],
		['"@path"', '"@path" "@path"'],
		['"@path"', '"@path" "X-Client-ID"'],
		['"@path"', '@path'],
		['"@path"', '"@status"'],
		['"@path"', '"@signature-params"'],
		['"@path"', '"x-unknown"'],
		['"@path"', '"@Path"'],
		['"@method" "@target-uri"', '"@target-uri" "@method"'],
		['sig1=(', 'sig1=sig1=('],
		['sig1=(', 'SIG1=('],
	])('%s is not to be changed to %s', (from, to) => {
		const delivery = withHeader(signed(), 'Signature-Input', (value) => {
			expect(value).toContain(from);
			return [value.replace(from, to)];
		});
		expect(check(delivery).authentic).toBe(false);
	});
});

describe('rightly signed, and refused all the same', () => {
	const DIGEST = `"content-digest": ${HEADERS['Content-Digest']}`;
	const LINES = [DIGEST, '"@method": POST', '"@path": /webhook/1'];
	const LIST = '"content-digest" "@method" "@path"';
	const fillers = Array.from({ length: 62 }, (_, at) => `x-${at}`);

	function byHand(lines: string[], parameters: string): Delivery {
		const base = [...lines, `"@signature-params": ${parameters}`].join('\n');
		const signature = sign(null, Buffer.from(base), PRIVATE_KEY).toString('base64');
		const headers = {
			...Object.fromEntries(fillers.map((name) => [name, '1'])),
			...HEADERS,
			'Signature-Input': `sig1=${parameters}`,
			Signature: `sig1=:${signature}:`,
		};
		const rawHeaders = Object.entries(headers).flat();
		return { method: 'POST', url: 'https://n8n.example/webhook/1', rawHeaders, body: BODY };
	}

	const time = `created=${SECONDS}`;
	const long = fillers.map((name) => `"${name}"`).join(' ');
	const longLines = fillers.map((name) => `"${name}": 1`);

	it('is accepted without what follows', () => {
		const few = byHand([...LINES, ...longLines.slice(1)], `(${LIST} ${long.slice(6)});${time};x=1`);
		expect(check(few, schemes.rfc9421Ed25519).authentic).toBe(true);
	});

	it.each<[string, string[], string, RegExp]>([
		[
			'a variation of a component',
			LINES,
			`("content-digest" "@method" "@path";req);${time}`,
			/unknown/,
		],
		['a component that is no text', LINES, `(content-digest ${LIST});${time}`, /unknown/],
		['a component twice', [...LINES, LINES[1]], `(${LIST} "@method");${time}`, /twice/],
		['a name in capitals', [...LINES, '"X-1": 1'], `(${LIST} "X-1");${time}`, /X-1/],
		[
			'more than 64 components',
			[...LINES, ...longLines],
			`(${LIST} ${long});${time}`,
			/more than 64/,
		],
		['a key id that is no text', LINES, `(${LIST});${time};keyid=k`, /malformed/],
		['a tag that is no text', LINES, `(${LIST});${time};tag=1`, /malformed/],
		['an expiry that is no number', LINES, `(${LIST});${time};expires="1"`, /malformed/],
		['a time that is no number', LINES, `(${LIST});created="${SECONDS}"`, /no time/],
	])('%s', (_what, lines, parameters, reason) => {
		expect(check(byHand(lines, parameters), schemes.rfc9421Ed25519)).toEqual(refusal(reason));
	});
});

describe('several signatures', () => {
	const join = (...deliveries: Delivery[]): Delivery => {
		const headers = ['Signature-Input', 'Signature'].flatMap((name) =>
			deliveries.flatMap(({ rawHeaders }) => [name, rawHeaders[rawHeaders.indexOf(name) + 1]]),
		);
		return { ...deliveries[0], rawHeaders: [...Object.entries(HEADERS).flat(), ...headers] };
	};
	const other = generateKeyPairSync('ed25519').privateKey;
	const proxy = signed({ key: other, label: 'proxy' });

	it.each([
		['after', () => join(signed(), proxy)],
		['before', () => join(proxy, signed())],
	])("accepts the provider's with a proxy's %s it", (_where, delivery) => {
		expect(check(delivery()).authentic).toBe(true);
	});

	it('refuses those of others only, twice the same label, and more than a few', () => {
		expect(check(join(proxy, signed({ key: other })))).toEqual(refusal(/does not match/));
		expect(check(join(signed(), signed()))).toEqual(refusal(/malformed/));
		const many = Array.from({ length: 8 }, (_, at) => signed({ key: other, label: `p${at}` }));
		expect(check(join(...many, signed()))).toEqual(refusal(/more than 8/));
	});

	it.each<[string, (value: string) => string]>([
		['under another label', (value) => value.replace('sig1', 'sig2')],
		['with a parameter', (value) => `${value};a`],
		['in text', (value) => value.replace(/:(.*):/, '"$1"')],
		['in a list', (value) => value.replace(/:(.*):/, '(:$1:)')],
	])('refuses a signature %s', (_how, change) => {
		const delivery = withHeader(signed(), 'Signature', (value) => [change(value)]);
		expect(check(delivery)).toEqual(refusal(/incomplete/));
	});
});
