import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hs256Claims } from '../../../dist/delivery/signatures/hs256Claims.js';
import type { HmacScheme, Keys, Scheme } from '../../../dist/delivery/signatures/scheme.js';
import { schemes } from '../../../dist/delivery/signatures/schemes.js';
import { verify } from '../../../dist/delivery/signatures/verify.js';
import { withHeader } from './senders.mts';

interface Vector {
	source: string;
	scheme: Scheme;
	keys: Keys;
	/** Seconds. */
	now: number;
	headers: Record<string, string>;
	body: string;
}

const MESSAGE = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const SLASH_COMMAND =
	'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V' +
	'&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
	'&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
	'&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

const vectors: Vector[] = [
	{
		source: 'Standard Webhooks, specification and libraries: v1',
		scheme: schemes.standardWebhooks,
		keys: { secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] },
		now: 1614265330,
		headers: {
			'webhook-id': MESSAGE,
			'webhook-timestamp': '1614265330',
			'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
		},
		body: '{"test": 2432232314}',
	},
	{
		source: "Standard Webhooks, Svix's server: v1a, beside a v1 of another secret",
		scheme: schemes.standardWebhooks,
		keys: {
			secrets: ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
			publicKeys: ['whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4='],
		},
		now: 1614265330,
		headers: {
			'svix-id': MESSAGE,
			'svix-timestamp': '1614265330',
			'svix-signature':
				'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
		},
		body: '{"test": 2432232314}',
	},
	{
		source: 'GitHub, validating webhook deliveries',
		scheme: schemes.github,
		keys: { secrets: ["It's a Secret to Everybody"] },
		now: 0,
		headers: {
			'X-Hub-Signature-256':
				'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
		},
		body: 'Hello, World!',
	},
	{
		source: 'Slack, verifying requests',
		scheme: schemes.slack,
		keys: { secrets: ['8f742231b10e8888abcd99yyyzzz85a5'] },
		now: 1531420618,
		headers: {
			'X-Slack-Request-Timestamp': '1531420618',
			'X-Slack-Signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
		},
		body: SLASH_COMMAND,
	},
	{
		source: 'Pi, reference/pi-pipai-pipevest.md 1.6',
		scheme: schemes.pi,
		keys: { secrets: ['whsec_test1234'] },
		now: 0,
		headers: {
			'X-Pi-Signature': 'sha256=34e1ca8ad35d5c893153454f0734c5ee4010c3c5cdc43d6c823bdd392328f4a8',
		},
		body: '{"id":"evt_pi_1","object":"event","type":"job.completed","created_at":1760000000,"data":{"job":{"id":"j1"}}}',
	},
	{
		source: 'PipAI, reference/pi-pipai-pipevest.md 2.4',
		scheme: schemes.pipai,
		keys: { secrets: ['k3mB2xQ9rFvT7nLpJhYwS4eUaC1oZ8dRgI6XbN0M'] },
		now: 1761739200,
		headers: {
			'X-PipAI-Timestamp': '1761739200000',
			'X-PipAI-Signature': 'c7a6ac0bda91012ca637918d8aa51da246d085ccd6334b8f5ec447326ba04cb6',
		},
		body: '{"id":"evt_8c1f2a3b4d","type":"strategy.deployed","created_at":"2026-04-29T12:00:00.000Z","data":{}}',
	},
];

const deliver = ({ headers, body }: Vector) => ({
	method: 'POST',
	url: 'https://n8n.example/webhook/1',
	rawHeaders: Object.entries(headers).flat(),
	body: Buffer.from(body),
});

describe.each(vectors)('$source', (vector) => {
	const window = { now: vector.now * 1000, tolerance: 300 };

	it('is authentic', () => {
		expect(verify(vector.scheme, vector.keys, deliver(vector), window)).toMatchObject({
			authentic: true,
		});
	});

	it('is refused with one more byte', () => {
		const delivery = deliver({ ...vector, body: `${vector.body} ` });
		expect(verify(vector.scheme, vector.keys, delivery, window)).toEqual({
			authentic: false,
			reason: 'the signature does not match',
		});
	});

	it('stays the same in any case of the header names', () => {
		const delivery = deliver(vector);
		const rawHeaders = delivery.rawHeaders.map((text, at) => (at % 2 ? text : text.toUpperCase()));
		const verdict = verify(vector.scheme, vector.keys, { ...delivery, rawHeaders }, window);
		expect(verdict.authentic).toBe(true);
	});
});

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
		expect(hs256Claims(`${head}.${claims}.${mac}`, [key]).value).toEqual({
			iss: 'joe',
			exp: 1300819380,
			'http://example.com/is_root': true,
		});
	});

	it('gives none with another key, or with a signature that says the same bytes otherwise', () => {
		expect(hs256Claims(`${head}.${claims}.${mac}`, ['other']).value).toBeUndefined();
		// The last character holds two bits that nobody reads.
		expect(hs256Claims(`${head}.${claims}.${mac.slice(0, -1)}l`, [key]).value).toBeUndefined();
	});
});
