import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';
import { postBytes } from './support/postBytes.mts';
import { ACCEPTED } from './support/signedHost.mts';

interface Vector {
	source: string;
	scheme: string;
	credential: Record<string, string>;
	/** Seconds. */
	at: number;
	headers: Record<string, string>;
	body: string;
	simplified: IDataObject;
}

const MESSAGE = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const STRIPE_EVENT = {
	id: 'evt_123',
	object: 'event',
	account: 'acct_123',
	api_version: '2017-05-25',
	created: 1533204620,
	data: {
		object: {
			id: 'cus_123',
			object: 'customer',
			created: 123456789,
			email: 'test@stripe.com',
			livemode: false,
			metadata: {},
		},
	},
	livemode: false,
	pending_webhooks: 1,
	request: { id: 'req_123', idempotency_key: 'idempotency-key-123' },
	type: 'customer.created',
};

const vectors: Vector[] = [
	{
		source: 'the specification of Standard Webhooks',
		scheme: 'standardWebhooks',
		credential: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
		at: 1614265330,
		headers: {
			'webhook-id': MESSAGE,
			'webhook-timestamp': '1614265330',
			'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
		},
		body: '{"test": 2432232314}',
		simplified: { event: null, eventId: MESSAGE, data: { test: 2432232314 } },
	},
	{
		source: "Svix's server, with a key pair",
		scheme: 'standardWebhooks',
		credential: { publicKey: 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=' },
		at: 1614265330,
		headers: {
			'svix-id': MESSAGE,
			'svix-timestamp': '1614265330',
			'svix-signature':
				'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
		},
		body: '{"test": 2432232314}',
		simplified: { event: null, eventId: MESSAGE, occurredAt: '2021-02-25T15:02:10.000Z' },
	},
	{
		source: "the tests of Stripe's library for .NET",
		scheme: 'stripe',
		credential: { secret: 'webhook_secret' },
		at: 1533204620,
		headers: {
			'Stripe-Signature':
				't=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef',
		},
		body: `${JSON.stringify(STRIPE_EVENT, null, 2)}\n`,
		simplified: {
			event: 'customer.created',
			eventId: 'evt_123',
			occurredAt: '2018-08-02T10:10:20.000Z',
			data: STRIPE_EVENT.data,
		},
	},
	{
		source: 'the documents of GitHub',
		scheme: 'github',
		credential: { secret: "It's a Secret to Everybody" },
		at: 0,
		headers: {
			'X-GitHub-Event': 'ping',
			'X-GitHub-Delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
			'X-Hub-Signature-256':
				'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
		},
		body: 'Hello, World!',
		simplified: {
			event: 'ping',
			eventId: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
			occurredAt: null,
			data: {},
		},
	},
	{
		source: 'the documents of Slack',
		scheme: 'slack',
		credential: { secret: '8f742231b10e8888abcd99yyyzzz85a5' },
		at: 1531420618,
		headers: {
			'X-Slack-Request-Timestamp': '1531420618',
			'X-Slack-Signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
		},
		body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
		simplified: {
			event: '/webhook-collect',
			eventId: '398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
			data: expect.objectContaining({ token: '[redacted]', user_name: 'roadrunner' }),
		},
	},
	{
		source: "SQLPage's tests of Shopify's signature",
		scheme: 'shopify',
		credential: { secret: 'test-webhook-secret' },
		at: 0,
		headers: {
			'X-Shopify-Topic': 'orders/create',
			'X-Shopify-Event-Id': 'e1',
			'X-Shopify-Triggered-At': '2026-01-02T03:04:05.678901234Z',
			'X-Shopify-Hmac-SHA256': 'QNyObTlKbMx2qDlPF/ZOZcBqg5OgPg+2oky3zldc0Gw=',
		},
		body: '{"id":1234567890,"email":"customer@example.com","total_price":"123.45"}',
		simplified: {
			event: 'orders/create',
			eventId: 'e1',
			occurredAt: '2026-01-02T03:04:05.678Z',
			data: { id: 1234567890, email: 'customer@example.com', total_price: '123.45' },
		},
	},
];

installMemoryRecords();
let host: Awaited<ReturnType<typeof createHost>>;
afterEach(async () => {
	jest.restoreAllMocks();
	await host.close();
});

describe.each(vectors)('published by $source', ({ scheme, credential, at, ...vector }) => {
	const contentType = scheme === 'slack' ? 'application/x-www-form-urlencoded' : 'text/plain';
	const headers: Array<[string, string]> = [
		['Content-Type', contentType],
		...Object.entries(vector.headers),
	];

	it('is taken as it was published, and refused with one more byte', async () => {
		host = await createHost({
			nodes: [{ type: 'signedWebhookTrigger', parameters: { scheme } }],
			credentials: { signedWebhookApi: credential },
		});
		jest.spyOn(Date, 'now').mockReturnValue(at * 1000);
		const more = Buffer.from(`${vector.body} `);
		expect((await postBytes(host.webhookUrl(), headers, more)).status).toBe(401);
		const body = Buffer.from(vector.body);
		expect(await postBytes(host.webhookUrl(), headers, body)).toEqual(
			// Slack would show an answer to a command in the channel.
			scheme === 'slack' ? { status: 200, answer: undefined } : ACCEPTED,
		);
		const { items } = await host.settled(host.executions[0], 'success', 'error');
		expect(items.map(({ json }) => json)).toEqual([expect.objectContaining(vector.simplified)]);
	});
});
