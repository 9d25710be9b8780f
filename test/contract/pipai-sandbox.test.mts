import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startPipai, type PipaiSandbox } from '../../tools/sandbox/pipai/index.mts';
import { retryAfter } from '../../tools/sandbox/pipai/webhooks/retryAfter.mts';
import { createReceiver } from './support/createReceiver.mts';
import { until } from '../support/until.mts';

type Receiver = Awaited<ReturnType<typeof createReceiver>>;
let pipai: PipaiSandbox;
let receiver: Receiver | undefined;

beforeEach(async () => {
	// A schedule of 33 hours in a second.
	pipai = await startPipai({ timeScale: 1e-5 });
});
afterEach(async () => {
	await receiver?.close();
	receiver = undefined;
	await pipai.close();
});

interface Call {
	method?: string;
	path?: string;
	body?: string;
	/** Changes what is signed, or how. */
	signed?: (canonical: string) => string;
	at?: number;
	headers?: Record<string, string>;
}

/** Calls the sandbox as a client of somebody else's would (docs/reference/pipai.md 1). */
async function call({ method = 'GET', path = '/v1/webhooks', body, ...how }: Call) {
	const timestamp = String(how.at ?? Date.now());
	const canonical = timestamp + method + path + (body ?? '');
	const signature = createHmac('sha256', pipai.apiSecret)
		.update(how.signed?.(canonical) ?? canonical)
		.digest('hex');
	const answer = await fetch(pipai.url + path, {
		method,
		body,
		headers: {
			'x-pipai-api-key': pipai.apiKey,
			'x-pipai-timestamp': timestamp,
			'x-pipai-signature': signature,
			...how.headers,
		},
	});
	return {
		status: answer.status,
		headers: answer.headers,
		json: (await answer.json()) as Record<string, unknown>,
	};
}

const post = async (path: string, body: object) =>
	await call({ method: 'POST', path, body: JSON.stringify(body) });

/** A webhook with a receiver that answers `statuses` in turn, then 200. */
async function subscribe(events: string[], statuses: number[] = []) {
	receiver = await createReceiver(statuses);
	const { json } = await post('/v1/webhooks', { url: receiver.url, events });
	return { webhook: json as { id: string; secret: string }, received: receiver.received };
}

describe('a call', () => {
	it.each<[string, Call]>([
		['is signed as the documents say', {}],
		['has its query signed', { path: '/v1/webhooks?limit=3&status=active' }],
	])('is answered when it %s', async (_what, how) => {
		expect(await call(how)).toMatchObject({ status: 200, json: { data: [], next_cursor: null } });
	});

	it('is refused when any one character of what is signed is another', async () => {
		const body = '{"url":"https://x.example/h","events":["*"]}';
		const path = '/v1/webhooks?a=b';
		const length = `${Date.now()}POST${path}${body}`.length;
		for (let at = 0; at < length; at++) {
			const signed = (text: string) =>
				text.slice(0, at) + (text[at] === '~' ? '-' : '~') + text.slice(at + 1);
			const { status, json } = await call({ method: 'POST', path, body, signed });
			expect([status, json]).toEqual([401, expect.objectContaining({ code: 'INVALID_SIGNATURE' })]);
		}
		expect(pipai.webhooks()).toEqual([]);
	});

	it.each<[string, Call]>([
		['of another key', { headers: { 'x-pipai-api-key': 'other' } }],
		['in seconds', { at: Math.floor(Date.now() / 1000) }],
		['of 6 minutes ago', { at: Date.now() - 360_000 }],
		['without its signature', { headers: { 'x-pipai-signature': '' } }],
		['signed without its query', { path: '/v1/webhooks?limit=1', signed: (t) => t.split('?')[0] }],
	])('is refused: %s', async (_what, how) => {
		expect(await call(how)).toMatchObject({ status: 401, json: { code: 'INVALID_SIGNATURE' } });
	});

	it('is refused by the provider’s clock, which the Date header shows', async () => {
		pipai.configure({ clockSkewMs: 3_600_000 });
		const { status, headers } = await call({});
		expect(status).toBe(401);
		const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
		expect(Math.round(ahead / 60_000)).toBe(60);
		expect(await call({ at: Date.now() + 3_600_000 })).toMatchObject({ status: 200 });
	});

	it.each([
		[{ keyExpired: true }, 401, 'KEY_EXPIRED'],
		[{ scopes: [] }, 403, 'INSUFFICIENT_PERMISSION'],
		[{ weightBudget: 1 }, 429, 'RATE_LIMITED'],
	])('under %j is refused with %i %s', async (settings, status, code) => {
		pipai.configure(settings);
		const answer = await call({});
		expect(answer).toMatchObject({ status, json: { code, message: expect.any(String) } });
	});
});

describe('the registry of webhooks', () => {
	it('shows a secret once', async () => {
		const { status, json } = await post('/v1/webhooks', {
			url: 'https://x.example/h',
			events: ['account.balance_low'],
			balance_low_threshold: '250.00',
		});
		expect(status).toBe(201);
		const { secret, _secret_warning: warning, ...shown } = json;
		expect(secret).toMatch(/^[\w-]{40}$/);
		expect(warning).toEqual(expect.any(String));
		expect(shown).toEqual({
			id: expect.stringMatching(/^wh_[0-9a-f]{6,8}$/),
			url: 'https://x.example/h',
			events: ['account.balance_low'],
			description: null,
			status: 'active',
			consecutive_failures: 0,
			last_delivery_at: null,
			last_success_at: null,
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
		});
		expect((await call({})).json.data).toEqual([shown]);
	});

	it.each([
		[{ url: 'http://x.example/h', events: ['*'] }, 400, 'INVALID_PARAMETER'],
		[{ events: ['*'] }, 400, 'INVALID_PARAMETER'],
		[{ url: 'https://x.example/h', events: [] }, 400, 'INVALID_PARAMETER'],
		[{ url: 'https://x.example/h', events: ['weather.rain'] }, 400, 'INVALID_PARAMETER'],
		[{ url: 'https://x.example/h', events: ['account.balance_low'] }, 400, 'INVALID_PARAMETER'],
		[
			{ url: 'https://x.example/h', events: ['*'], description: 'x'.repeat(201) },
			400,
			'INVALID_PARAMETER',
		],
		[{ url: 'https://taken.example/h', events: ['*'] }, 409, 'DUPLICATE_URL'],
	])('refuses %j', async (body, status, code) => {
		await post('/v1/webhooks', { url: 'https://taken.example/h', events: ['*'] });
		expect(await post('/v1/webhooks', body)).toMatchObject({ status, json: { code } });
		expect(pipai.webhooks()).toHaveLength(1);
	});

	it('takes 25, and says so to the next', async () => {
		pipai.addWebhooks({ count: 24 });
		const body = (name: string) => ({ url: `https://${name}.example/h`, events: ['*'] });
		expect(await post('/v1/webhooks', body('a'))).toMatchObject({ status: 201 });
		expect(await post('/v1/webhooks', body('b'))).toMatchObject({
			status: 429,
			json: { code: 'LIMIT_REACHED' },
		});
	});

	it('is read page by page, each webhook once', async () => {
		pipai.addWebhooks({ count: 25 });
		const ids: string[] = [];
		let pages = 0;
		for (let cursor: string | null = ''; cursor !== null; pages++) {
			const path = `/v1/webhooks?limit=10${cursor && `&cursor=${cursor}`}`;
			const { json } = await call({ path });
			ids.push(...(json.data as Array<{ id: string }>).map(({ id }) => id));
			cursor = json.next_cursor as string | null;
		}
		expect(pages).toBe(3);
		expect(ids).toEqual(pipai.webhooks().map(({ id }) => id));
	});

	it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=nonsense', 'status=odd'])(
		'refuses ?%s',
		async (query) => {
			expect(await call({ path: `/v1/webhooks?${query}` })).toMatchObject({ status: 400 });
		},
	);

	it('deletes once', async () => {
		const { json } = await post('/v1/webhooks', { url: 'https://x.example/h', events: ['*'] });
		const how = { method: 'DELETE', path: `/v1/webhooks/${String(json.id)}` };
		expect(await call(how)).toMatchObject({ status: 200, json: { deleted: true, id: json.id } });
		expect(await call(how)).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
	});
});

describe('deliveries', () => {
	it('wait between their ten attempts as the documents say, in seconds', () => {
		const seconds = [1, 5, 30, 120, 600, 1800, 7200, 21_600, 86_400];
		expect(retryAfter).toEqual(seconds.map((each) => each * 1000));
	});

	it('are signed anew at each attempt; what is the same in all stays', async () => {
		const { webhook, received } = await subscribe(['*'], Array<number>(20).fill(500));
		pipai.emit({ type: 'strategy.error', data: { seq: 1 } });
		await pipai.idle();
		expect(received).toHaveLength(10);
		for (const [index, { headers, body }] of received.entries()) {
			expect(headers).toMatchObject({
				'x-pipai-event-id': JSON.parse(body).id,
				'x-pipai-event-type': 'strategy.error',
				'x-pipai-webhook-id': webhook.id,
				'x-pipai-delivery-id': received[0].headers['x-pipai-delivery-id'],
				'x-pipai-delivery-attempt': String(index + 1),
				'x-pipai-signature': createHmac('sha256', webhook.secret)
					.update(`${String(headers['x-pipai-timestamp'])}.${body}`)
					.digest('hex'),
			});
			expect(body).toBe(received[0].body);
		}
		const times = received.map(({ headers }) => Number(headers['x-pipai-timestamp']));
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(new Set(times).size).toBeGreaterThan(1);
		expect(pipai.webhooks()).toMatchObject([{ consecutiveFailures: 10, lastSuccessAt: null }]);
	});

	it('count failures until one succeeds', async () => {
		await subscribe(['*'], [500, 500]);
		pipai.emit({ type: 'strategy.error' });
		await pipai.idle();
		expect(pipai.webhooks()).toMatchObject([
			{ consecutiveFailures: 0, status: 'active', lastSuccessAt: expect.any(Number) },
		]);
	});

	it('break a webhook that fails too often, which then hears nothing', async () => {
		const { received } = await subscribe(['*'], Array<number>(10).fill(500));
		pipai.configure({ brokenAfter: 10 });
		pipai.emit({ type: 'strategy.error' });
		await pipai.idle();
		expect(pipai.webhooks()).toMatchObject([{ status: 'broken', consecutiveFailures: 10 }]);
		expect(pipai.emit({ type: 'strategy.error' })).toEqual([]);
		expect(received).toHaveLength(10);
	});

	it('end when their webhook is deleted', async () => {
		pipai.setTimeScale({ timeScale: 1e-2 });
		const { webhook, received } = await subscribe(['*'], Array<number>(10).fill(500));
		pipai.emit({ type: 'strategy.error' });
		await until('a second delivery', () => received.length >= 2);
		pipai.removeWebhook({ id: webhook.id });
		await pipai.idle();
		expect(pipai.deliveries()).toMatchObject([{ state: 'gaveUp' }]);
		expect(received.length).toBeLessThan(10);
	});

	it.each([
		[['*'], true],
		[['strategy.*'], true],
		[['strategy.error'], true],
		[['strategy.deployed', 'account.*'], false],
	])('go to %j: %s', async (events, heard) => {
		await subscribe(events);
		expect(pipai.emit({ type: 'strategy.error' })).toHaveLength(heard ? 1 : 0);
	});

	it.each([
		[200, true],
		[401, false],
	])('of a test are told about: %i', async (status, delivered) => {
		const { webhook, received } = await subscribe(['backtest.*'], [status]);
		const { json } = await post(`/v1/webhooks/${webhook.id}/test`, {});
		expect(json).toEqual({
			test_event_id: expect.stringMatching(/^evt_test_[0-9a-f]{10,12}$/),
			delivered,
			response_status: status,
			response_time_ms: expect.any(Number),
			error: null,
		});
		expect(received).toHaveLength(1);
		expect(JSON.parse(received[0].body).type).toBe('webhook.test');
	});
});
