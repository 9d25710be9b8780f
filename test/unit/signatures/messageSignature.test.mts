import {
	createHash,
	createHmac,
	createPublicKey,
	createSecretKey,
	generateKeyPairSync,
	sign,
} from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../../dist/delivery/delivery.js';
import { contentDigest } from '../../../dist/delivery/signatures/messageSignature/contentDigest.js';
import {
	type Dialect,
	pipevest,
	rfc9421,
} from '../../../dist/delivery/signatures/messageSignature/dialects.js';
import {
	signMessage,
	type Signing,
} from '../../../dist/delivery/signatures/messageSignature/signMessage.js';
import type { Scheme } from '../../../dist/delivery/signatures/scheme.js';
import { schemes } from '../../../dist/delivery/signatures/schemes.js';
import { verify } from '../../../dist/delivery/signatures/verify.js';
import { BODY, NOW, PRIVATE_KEY, PUBLIC_KEY, withHeader } from './senders.mts';

const SECONDS = NOW / 1000;
const URL_WITH_QUERY = 'https://n8n.example/webhook/7c1d/hook?from=pipevest';
const KEYS = { secrets: [], publicKeys: [PUBLIC_KEY] };
const HEADERS: Record<string, string> = {
	Authorization: 'Bearer 123',
	'Content-Digest': contentDigest(BODY),
	'Content-Length': String(BODY.length),
	'Content-Type': 'application/json',
	'X-Client-Id': '123456',
	'X-Idempotency-Key': '8a8b',
};
const PUBLIC = createPublicKey(PUBLIC_KEY);
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const FIELDS = Object.keys(HEADERS);
const ALL = [...FIELDS, '@method', '@target-uri', '@path', '@query'];

function signed(change: Partial<Signing> = {}, url = URL_WITH_QUERY): Delivery {
	const dialect = change.dialect ?? pipevest;
	const names = dialect.names === 'any' ? ALL : ALL.map((name) => name.toLowerCase());
	const { value, fault } = signMessage(
		{ method: 'POST', url, headers: HEADERS },
		{
			key: PRIVATE_KEY,
			components: names,
			parameters: { keyid: 'staging-pipevest-ed25519', created: SECONDS, expires: SECONDS + 100 },
			dialect,
			...change,
		},
	);
	if (fault !== undefined) throw new Error(fault);
	const rawHeaders = Object.entries({ ...HEADERS, ...value }).flat();
	return { method: 'POST', url, rawHeaders, body: BODY };
}

const check = (delivery: Delivery, scheme: Scheme = schemes.pipevest, now = NOW) =>
	verify(scheme, KEYS, delivery, { now, tolerance: 300 });
const refusal = (reason: RegExp) => ({ authentic: false, reason: expect.stringMatching(reason) });

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

describe('signing', () => {
	const request = { method: 'GET', url: 'https://api.pipevest.com/v1/webhooks', headers: {} };
	const how: Signing = {
		key: PRIVATE_KEY,
		components: ['@method'],
		parameters: { created: 1 },
		dialect: rfc9421,
	};

	it.each<[string, Partial<Signing>, RegExp]>([
		[
			'a missing field',
			{ components: ['Authorization'], dialect: pipevest },
			/Authorization is unknown or missing/,
		],
		['a field in another case than the RFC asks', { components: ['Host'] }, /Host/],
		['the same component twice', { components: ['@method', '@method'] }, /twice/],
		['a key id beyond ASCII', { parameters: { keyid: 'schlüssel' } }, /malformed/],
		['a time with a fraction', { parameters: { created: 1.5 } }, /malformed/],
		['a label in upper case', { label: 'Sig1' }, /malformed/],
		['a public key', { key: PUBLIC }, /neither/],
		['an RSA key', { key: RSA }, /neither/],
	])('says what is wrong: %s', (_what, change, fault) => {
		expect(signMessage(request, { ...how, ...change })).toEqual({
			fault: expect.stringMatching(fault),
		});
	});

	it('says that a URL is not absolute', () => {
		expect(signMessage({ ...request, url: '/v1/webhooks' }, how)).toEqual({
			fault: 'the URL is not absolute',
		});
	});
});
