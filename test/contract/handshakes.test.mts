import { createHmac, sign } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { senders } from '../../dist/nodes/SignedWebhook/senders.js';
import type { SenderDefinition } from '../../dist/nodes/SignedWebhook/senderDefinition.js';
import { credentialOf, PRIVATE_KEYS, secretOf } from '../support/signedOrder.mts';
import { createHost } from './harness/createHost.mts';
import { installMemoryRecords } from './harness/memoryRecords.mts';

installMemoryRecords();
let host: Awaited<ReturnType<typeof createHost>>;
afterEach(async () => await host.close());

interface Ask {
	method?: 'GET' | 'HEAD' | 'POST';
	query?: string;
	headers?: Record<string, string>;
	body?: unknown;
}

async function open(name: string, parameters: IDataObject = {}) {
	const sender = senders[name as keyof typeof senders] as SenderDefinition;
	host = await createHost({
		nodes: [{ type: 'signedWebhookTrigger', parameters: { scheme: name, ...parameters } }],
		credentials: { signedWebhookApi: credentialOf(sender) },
	});
	return sender;
}

async function ask({ method = 'POST', query = '', headers = {}, body }: Ask) {
	const answer = await fetch(host.webhookUrl() + query, {
		method,
		headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	return {
		status: answer.status,
		type: answer.headers.get('content-type'),
		text: await answer.text(),
		headers: answer.headers,
	};
}

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const ECHO = '<script>alert(1)</script>';

describe('what nobody signs is answered with what came in the same request, never as HTML, without a run', () => {
	it.each<[string, Ask, { status: number; type: string | null; text: string }]>([
		[
			'dropbox',
			{ method: 'GET', query: `?challenge=${encodeURIComponent(ECHO)}` },
			{ status: 200, type: TEXT, text: ECHO },
		],
		[
			'microsoftGraph',
			{ query: `?validationToken=${encodeURIComponent(ECHO)}`, body: {} },
			{ status: 200, type: TEXT, text: ECHO },
		],
		[
			'okta',
			{ method: 'GET', headers: { 'x-okta-verification-challenge': 'abc' } },
			{ status: 200, type: JSON_TYPE, text: '{"verification":"abc"}' },
		],
		[
			'monday',
			{ body: { challenge: 'abc' } },
			{ status: 200, type: JSON_TYPE, text: '{"challenge":"abc"}' },
		],
		['trello', { method: 'HEAD' }, { status: 200, type: null, text: '' }],
		['notion', { body: { verification_token: 'secret_1' } }, { status: 200, type: null, text: '' }],
		[
			'asana',
			{ headers: { 'X-Hook-Secret': 'abc' }, body: {} },
			{ status: 200, type: null, text: '' },
		],
	])('%s', async (name, request, answer) => {
		await open(name);
		expect(await ask(request)).toMatchObject(answer);
		expect(host.executions).toHaveLength(0);
	});

	it('Asana gets its header back', async () => {
		await open('asana');
		const { headers } = await ask({ headers: { 'X-Hook-Secret': 'abc' }, body: {} });
		expect(headers.get('x-hook-secret')).toBe('abc');
	});
});

describe('Meta has to know the verify token', () => {
	const query = (token: string) =>
		`?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${encodeURIComponent(token)}`;

	it('which is then answered with the challenge', async () => {
		await open('meta', { verifyToken: 'my token' });
		expect(await ask({ method: 'GET', query: query('my token') })).toMatchObject({
			status: 200,
			type: TEXT,
			text: '42',
		});
	});

	it.each(['', 'my', 'my token2'])('%j is refused', async (token) => {
		await open('meta', { verifyToken: 'my token' });
		const { status, text } = await ask({ method: 'GET', query: query(token) });
		expect(status).toBe(401);
		expect(text).not.toContain('42');
	});

	it('and is not published without one', async () => {
		await open('meta');
		await expect(host.hook('create')).rejects.toThrow(/Verify Token/);
	});
});

it.each(['stripe', 'dropbox', 'github'])(
	'%s: other GETs start nothing and are told so',
	async (name) => {
		await open(name);
		expect(await ask({ method: 'GET' })).toMatchObject({ status: 404, type: JSON_TYPE });
		expect(host.executions).toHaveLength(0);
	},
);

describe('what the sender signs is answered when it is authentic', () => {
	const now = () => String(Math.floor(Date.now() / 1000));
	const mac = (name: string, text: string) =>
		createHmac('sha256', secretOf(senders[name as keyof typeof senders])).update(text);

	const signed: Array<[string, (text: string) => Record<string, string>, unknown, object]> = [
		[
			'zoom',
			(text) => ({
				'x-zm-request-timestamp': now(),
				'x-zm-signature': `v0=${mac('zoom', `v0:${now()}:${text}`).digest('hex')}`,
			}),
			{ event: 'endpoint.url_validation', payload: { plainToken: 'abc' } },
			{
				status: 200,
				text: JSON.stringify({
					plainToken: 'abc',
					encryptedToken: mac('zoom', 'abc').digest('hex'),
				}),
			},
		],
		[
			'twitch',
			(text) => {
				const time = new Date().toISOString();
				return {
					'Twitch-Eventsub-Message-Id': 'a-1',
					'Twitch-Eventsub-Message-Timestamp': time,
					'Twitch-Eventsub-Message-Type': 'webhook_callback_verification',
					'Twitch-Eventsub-Message-Signature': `sha256=${mac('twitch', `a-1${time}${text}`).digest('hex')}`,
				};
			},
			{ challenge: ECHO },
			{ status: 200, type: TEXT, text: ECHO },
		],
		[
			'discord',
			(text) => ({
				'X-Signature-Timestamp': now(),
				'X-Signature-Ed25519': sign(null, Buffer.from(now() + text), PRIVATE_KEYS.ed25519).toString(
					'hex',
				),
			}),
			{ type: 1 },
			{ status: 200, type: JSON_TYPE, text: '{"type":1}' },
		],
		[
			'discordEvents',
			(text) => ({
				'X-Signature-Timestamp': now(),
				'X-Signature-Ed25519': sign(null, Buffer.from(now() + text), PRIVATE_KEYS.ed25519).toString(
					'hex',
				),
			}),
			{ type: 0 },
			{ status: 204, text: '' },
		],
		[
			'xero',
			(text) => ({ 'x-xero-signature': mac('xero', text).digest('base64') }),
			{ events: [], firstEventSequence: 0, lastEventSequence: 0, entropy: 'S' },
			{ status: 200, text: '' },
		],
	];

	it.each(signed)('%s', async (name, headersOf, body, answer) => {
		await open(name);
		const headers = headersOf(JSON.stringify(body));
		expect(await ask({ headers, body })).toMatchObject(answer);
		expect(host.executions).toHaveLength(0);
	});

	it.each(signed)('%s: forged, it gets 401 and no echo', async (name, headersOf, body) => {
		await open(name);
		const headers = headersOf(`${JSON.stringify(body)} `);
		const { status, text } = await ask({ headers, body });
		expect(status).toBe(401);
		expect(text).not.toMatch(/abc|script/);
		if (name === 'xero') expect(text).toBe('');
	});
});

describe('a token that the user must see', () => {
	it('is the test event while the editor listens', async () => {
		await open('notion');
		host.listen(true);
		expect(await ask({ body: { verification_token: 'secret_1' } })).toMatchObject({ status: 200 });
		const { items } = await host.settled(host.executions[0], 'success', 'error');
		expect(items[0].json).toMatchObject({ event: 'verification', data: { token: 'secret_1' } });
	});

	it('starts a published workflow only when Events names it', async () => {
		await open('notion', { events: 'verification, *' });
		await ask({ body: { verification_token: 'secret_1' } });
		expect(host.executions).toHaveLength(1);
	});
});

describe('lists of events', () => {
	const deliver = async (...ids: string[]) => {
		const body = JSON.stringify({
			events: ids.map((id) => ({ id, action: 'paid' })),
			meta: { n: ids.length },
		});
		const secret = secretOf(senders.goCardless);
		const signature = createHmac('sha256', secret).update(body).digest('hex');
		const answer = await fetch(host.webhookUrl(), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'Webhook-Signature': signature },
			body,
		});
		return (await answer.json()) as unknown;
	};
	const idsOf = async (index: number) => {
		const { items } = await host.settled(host.executions[index], 'success', 'error');
		return items.map(({ json }) => json.eventId);
	};

	it('give one item and one claim per entry', async () => {
		await open('goCardless');
		expect(await deliver('a', 'b', 'a')).toEqual({ status: 'accepted' });
		expect(await idsOf(0)).toEqual(['a', 'b']);
		expect(await deliver('a', 'c')).toEqual({ status: 'accepted' });
		expect(await idsOf(1)).toEqual(['c']);
		expect(await deliver('b', 'c')).toEqual({ status: 'duplicate' });
		expect(await deliver()).toEqual({ status: 'ignored' });
	});

	it('of a hundred, in any order at once, start each event once', async () => {
		await open('goCardless');
		const all = Array.from({ length: 100 }, (_, at) => `e${at}`);
		await Promise.all([deliver(...all), deliver(...all.toReversed()), deliver(...all)]);
		const ids = (await Promise.all(host.executions.map(async (_, at) => await idsOf(at)))).flat();
		expect(ids.sort()).toEqual([...all].sort());
	});

	it('keep what the envelope has, in raw items', async () => {
		await open('goCardless', { simplify: false });
		await deliver('a', 'b');
		const { items } = await host.settled(host.executions[0], 'success', 'error');
		expect(items.map(({ json }) => json)).toEqual([
			{ events: [{ id: 'a', action: 'paid' }], meta: { n: 2 } },
			{ events: [{ id: 'b', action: 'paid' }], meta: { n: 2 } },
		]);
	});
});
