import { describe, expect, it } from '@jest/globals';
import type { Keys, Scheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';

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
		source: 'Pi, docs/reference/pi.md 6',
		scheme: schemes.pi,
		keys: { secrets: ['whsec_test1234'] },
		now: 0,
		headers: {
			'X-Pi-Signature': 'sha256=34e1ca8ad35d5c893153454f0734c5ee4010c3c5cdc43d6c823bdd392328f4a8',
		},
		body: '{"id":"evt_pi_1","object":"event","type":"job.completed","created_at":1760000000,"data":{"job":{"id":"j1"}}}',
	},
	{
		source: 'PipAI, docs/reference/pipai.md 4',
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

	it('is authentic, and tells the id and the time that are signed', () => {
		const { headers, now } = vector;
		const timed = Object.keys(headers).some((name) => /timestamp/i.test(name));
		expect(verify(vector.scheme, vector.keys, deliver(vector), window)).toEqual({
			authentic: true,
			signedAt: timed ? now * 1000 : undefined,
			signedId: headers['webhook-id'] ?? headers['svix-id'],
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
