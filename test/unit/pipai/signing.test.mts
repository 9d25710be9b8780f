import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';
import credential from '../../../dist/credentials/PipaiApi.credentials.js';

const TIME = 1_761_739_200_000;
const keys = { apiKey: 'key_test', apiSecret: 'secret_test', baseUrl: 'https://api.pipai.example' };
const { authenticate } = new credential.PipaiApi();

async function sign(request: object): Promise<IHttpRequestOptions & { uri?: string }> {
	if (typeof authenticate !== 'function') throw new Error('authenticate is no function');
	return await authenticate(keys, request as IHttpRequestOptions);
}

const hex = (text: string) => createHmac('sha256', keys.apiSecret).update(text).digest('hex');

beforeEach(() => void jest.useFakeTimers({ now: TIME }));
afterEach(() => void jest.useRealTimers());

describe('a request to PipAI', () => {
	it.each([
		[
			'POST',
			'{"url":"https://example.com/h","events":["*"]}',
			'7464b847590dfef099549ffd30ce73751bafa824a1de60af687d435e14766b2f',
		],
		['GET', undefined, '81234c0e5d2023a0564ca0a8fbbae1488ad99887c4961fb7348926d1048a2fba'],
	] as const)('is signed as the reference has it: %s', async (method, body, signature) => {
		const url = 'https://api.pipai.example/v1/webhooks';
		const { headers, body: sent } = await sign({ method, url, body });
		expect(sent).toBe(body);
		expect(headers).toMatchObject({
			'x-pipai-api-key': 'key_test',
			'x-pipai-timestamp': String(TIME),
			'x-pipai-signature': signature,
		});
	});

	it.each([
		['in the URL', { url: 'https://h.example/v1/webhooks?limit=1&event=a.b' }],
		['apart', { url: 'https://h.example/v1/webhooks', qs: { limit: 1, event: 'a.b' } }],
		[
			'with a base URL',
			{ baseURL: 'https://h.example', url: '/v1/webhooks', qs: { limit: 1, event: 'a.b' } },
		],
		['in the older form', { uri: 'https://h.example/v1/webhooks', qs: { limit: 1, event: 'a.b' } }],
	])('has its query signed and sent alike, given %s', async (_how, request) => {
		const signed = await sign({ method: 'GET', ...request });
		expect(signed.uri ?? signed.url).toBe('https://h.example/v1/webhooks?limit=1&event=a.b');
		expect(signed.qs).toBeUndefined();
		const canonical = `${TIME}GET/v1/webhooks?limit=1&event=a.b`;
		expect(signed.headers?.['x-pipai-signature']).toBe(hex(canonical));
	});

	it('is signed over the bytes it is sent with, whatever the body', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
				async (body) => {
					for (const given of [body, JSON.stringify(body, null, 2)]) {
						const url = 'https://h.example/v1/strategies';
						const signed = await sign({ method: 'POST', url, body: given });
						expect(JSON.parse(String(signed.body))).toEqual(JSON.parse(JSON.stringify(body)));
						expect(signed.headers).toMatchObject({
							'content-type': 'application/json',
							'x-pipai-signature': hex(`${TIME}POST/v1/strategies${String(signed.body)}`),
						});
					}
				},
			),
		);
	});

	it('is signed anew when n8n repeats it: same bytes, another time', async () => {
		const url = 'https://h.example/v1/webhooks?limit=1';
		const first = await sign({ method: 'POST', url, body: { a: 1 }, headers: { 'X-Mine': 'x' } });
		jest.setSystemTime(TIME + 60_000);
		const second = await sign(first);
		expect(second).toEqual({
			...first,
			headers: {
				...first.headers,
				'x-pipai-timestamp': String(TIME + 60_000),
				'x-pipai-signature': hex(`${TIME + 60_000}POST/v1/webhooks?limit=1{"a":1}`),
			},
		});
	});
});
