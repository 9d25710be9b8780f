import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verify } from '../../../dist/lib/signatures/verify.js';
import type { HmacScheme } from '../../../dist/lib/signatures/scheme.js';
import { NOW, URL_OF_OURS } from './signing.mts';

const T = String(NOW / 1000);
const DAY_OLD = String(NOW / 1000 - 86_400);

const scheme = (content: string): HmacScheme => ({
	kind: 'hmac',
	algorithm: 'sha256',
	encoding: 'hex',
	signature: { headers: ['X-Sign'] },
	content,
	secret: { encoding: 'utf8' },
	...(content.includes('{id}') && { id: { headers: ['X-Id'] } }),
	...(content.includes('{timestamp}') && { timestamp: { headers: ['X-Time'], unit: 's' } }),
});

/** Verifies a delivery whose signature was made for other places with the same bytes. */
function check(
	content: string,
	signed: string,
	sent: { id?: string; time?: string; body: string },
) {
	const rawHeaders = ['X-Sign', createHmac('sha256', 's').update(signed).digest('hex')];
	if (sent.id !== undefined) rawHeaders.push('X-Id', sent.id);
	if (sent.time !== undefined) rawHeaders.push('X-Time', sent.time);
	const delivery = { method: 'POST', url: URL_OF_OURS, rawHeaders, body: Buffer.from(sent.body) };
	const window = { now: NOW, tolerance: 300 };
	return verify(scheme(content), { secrets: ['s'] }, delivery, window).authentic;
}

describe('bytes that move from one place to another', () => {
	it.each<[string, string, string, { id?: string; time?: string; body: string }]>([
		['id to body', '{id}{body}', 'evt1{}', { id: 'evt', body: '1{}' }],
		['body to id', '{body}{id}', '{}evt', { id: '}evt', body: '{' }],
		[
			'zeros to the time',
			'{body}{timestamp}',
			`amount=100${T}`,
			{ time: `00${T}`, body: 'amount=1' },
		],
		[
			'a time in the body for the time',
			'{id}|{timestamp}|{body}',
			`e|${DAY_OLD}|text|${T}|rest`,
			{ id: `e|${DAY_OLD}|text`, time: T, body: 'rest' },
		],
		['body to an id behind it', '{body}|{id}', 'a|b|e', { id: 'b|e', body: 'a' }],
		['half of a separator', '{id}--{body}', 'a---b', { id: 'a-', body: 'b' }],
	])('%s: refused', (_what, content, signed, sent) => {
		expect(check(content, signed, sent)).toBe(false);
	});

	it.each<[string, string, { id?: string; time?: string; body: string }]>([
		['{id}|{timestamp}|{body}', `a.b|${T}|x|y`, { id: 'a.b', time: T, body: 'x|y' }],
		['{body}{timestamp}', `amount=1${T}`, { time: T, body: 'amount=1' }],
		['{id}--{body}', 'a-b--c', { id: 'a-b', body: 'c' }],
	])('%s as it was signed: accepted', (content, signed, sent) => {
		expect(check(content, signed, sent)).toBe(true);
	});
});
