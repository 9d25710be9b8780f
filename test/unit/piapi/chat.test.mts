import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chatBaseUrl } from '../../../dist/nodes/Piapi/resources/chat/chatBaseUrl.js';
import { readChat } from '../../../dist/nodes/Piapi/resources/chat/readChat.js';
import { readStream } from '../../../dist/nodes/Piapi/resources/chat/readStream.js';

const event = (delta: object, finish: string | null = null, more: object = {}) =>
	`data: ${JSON.stringify({ model: 'm', choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`;
const DONE = 'data: [DONE]\n\n';

describe('a streamed chat', () => {
	it('is put together, with the usage of its last event', () => {
		const usage = { total_tokens: 3 };
		const text =
			': still here\n\n' +
			event({ role: 'assistant', content: '' }) +
			event({ content: 'See [it](https://x.example/a.png)' }) +
			event({ content: null }) +
			event({}, 'stop') +
			`data: ${JSON.stringify({ choices: [], usage })}\n\n${DONE}`;
		expect(readChat(readStream(text))).toEqual({
			text: 'See [it](https://x.example/a.png)',
			model: 'm',
			finishReason: 'stop',
			resultUrls: ['https://x.example/a.png'],
			usage,
			message: { content: 'See [it](https://x.example/a.png)' },
		});
	});

	it.each([
		['\r\n', ' '],
		['\r', ' '],
		['\n', ''],
	])('may part its lines by %j and its fields by %j', (line, space) => {
		const text = (event({ content: 'a' }) + event({ content: 'b' }, 'stop'))
			.replaceAll('\n', line)
			.replaceAll('data: ', `data:${space}`);
		expect(readChat(readStream(text))?.text).toBe('ab');
	});

	it('keeps to the first choice', () => {
		const other = `data: ${JSON.stringify({ choices: [{ index: 1, delta: { content: 'x' } }] })}\n\n`;
		expect(readChat(readStream(event({ content: 'a' }) + other + DONE))?.text).toBe('a');
	});

	it('puts the calls of tools together', () => {
		const call = (index: number, more: object) => event({ tool_calls: [{ index, ...more }] });
		const text =
			call(0, { id: 'c0', type: 'function', function: { name: 'f', arguments: '{"a"' } }) +
			call(1, { id: 'c1', function: { name: 'g', arguments: '{}' } }) +
			call(0, { function: { arguments: ':1}' } }) +
			event({}, 'tool_calls');
		expect(readChat(readStream(text))?.toolCalls).toMatchObject([
			{ id: 'c0', type: 'function', function: { name: 'f', arguments: '{"a":1}' } },
			{ id: 'c1', function: { name: 'g', arguments: '{}' } },
		]);
	});

	it.each<[string, string, object]>([
		[
			'an error',
			`${event({ content: 'a' })}data: {"error":{"message":"no"}}\n\n`,
			{ message: 'no' },
		],
		['no end', event({ content: 'a' }), { type: 'cut_short' }],
	])('with %s is no answer', (_, text, error) => {
		const body = readStream(text);
		expect(body).toMatchObject({ error });
		expect(readChat(body)).toBeUndefined();
	});

	it('is told from what is none', () => {
		for (const body of ['<html>', '', 'data: x', { choices: [] }, undefined])
			expect(readStream(body)).toBe(body);
	});

	it('comes out whole, however the text is cut into events', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
				const text = parts.map((content) => event({ content })).join('') + DONE;
				expect(readChat(readStream(text))?.text).toBe(
					parts.length > 0 ? parts.join('') : undefined,
				);
			}),
		);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				readChat(readStream(value));
				const text = `data: ${JSON.stringify(value)}\n\ndata: {"choices":[${JSON.stringify(value) ?? 0}]}`;
				readChat(readStream(text));
			}),
		);
	});
});

describe('the base URL of the chat', () => {
	it.each([
		['https://api.piapi.ai', false, 'https://api.piapi.ai'],
		['https://api.piapi.ai/', true, 'https://proxy.piapi.ai'],
		['HTTPS://API.PIAPI.AI', true, 'https://proxy.piapi.ai'],
		['http://127.0.0.1:4010/', false, 'http://127.0.0.1:4010'],
		['http://127.0.0.1:4010', true, undefined],
		['https://api.piapi.ai.evil.example', true, undefined],
		['http://api.piapi.ai', true, undefined],
	])('%s with the proxy %p is %p', (baseUrl, useProxy, expected) => {
		expect(chatBaseUrl(baseUrl, useProxy)).toBe(expected);
	});
});
