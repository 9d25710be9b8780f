import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hmacProblem } from '../../../dist/lib/signatures/hmacProblem.js';
import type { HmacScheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { BODY, NOW, URL_OF_OURS } from './signing.mts';

const T = String(NOW / 1000);
const window = { now: NOW, tolerance: 300 };
const post = (rawHeaders: string[], body = BODY) => ({
	method: 'POST',
	url: URL_OF_OURS,
	rawHeaders,
	body,
});
const mac = (key: string | Buffer, text: string) =>
	createHmac('sha256', key).update(text).update(BODY);

describe('Stripe: parts in any order, any number of v1', () => {
	const right = `v1=${mac('new', `${T}.`).digest('hex')}`;
	const former = `v1=${mac('old', `${T}.`).digest('hex')}`;
	const wrong = `v1=${'0'.repeat(64)}`;

	it.each([
		[`t=${T},${right},${former}`, true],
		[`t=${T},${former},${right}`, true],
		[`${wrong},${right},t=${T}`, true],
		[`t=${T},v0=abc,${wrong},v1=odd,v2=x,scheme,${right},`, true],
		[`t=${T}, ${right}`, true],
		[`t=${T},${wrong},${former}`, false],
		[`t=${T},${right.replace('v1', 'v0')}`, false],
		[`t=${T},V1=${right.slice(3)}`, false],
		[`t=${T},t=${T},${right}`, false],
		[`T=${T},${right}`, false],
		[right, false],
		[`t=${T}`, false],
		[`t=,${right}`, false],
		[`t=${T};${right}`, false],
		[`t=${T},${Array(20).fill(wrong).join(',')},${right}`, false],
	])('%s', (header, authentic) => {
		const verdict = verify(
			schemes.stripe,
			{ secrets: ['new'] },
			post(['Stripe-Signature', header]),
			window,
		);
		expect(verdict.authentic).toBe(authentic);
	});
});

describe('Standard Webhooks: several signatures, two families of names', () => {
	const key = Buffer.alloc(24, 7);
	const keys = { secrets: [`whsec_${key.toString('base64')}`] };
	const sign = (id: string, text = T) => `v1,${mac(key, `${id}.${text}.`).digest('base64')}`;
	const headers = (prefix: string, id: string, signature: string) => [
		...[`${prefix}-id`, id, `${prefix}-timestamp`, T],
		...[`${prefix}-signature`, signature],
	];
	const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;

	it.each([
		['one of many', headers('webhook', 'a', `${wrong} v2,abc ${sign('a')} v1a,x junk`), true],
		['another version only', headers('webhook', 'a', sign('a').replace('v1,', 'v2,')), false],
		['no version', headers('webhook', 'a', sign('a').slice(3)), false],
		['commas between', headers('webhook', 'a', `${wrong},${sign('a')}`), false],
		[
			'both families, the first one right',
			[...headers('svix', 'b', wrong), ...headers('webhook', 'a', sign('a'))],
			true,
		],
		[
			'both families, the first one wrong',
			[...headers('svix', 'a', sign('a')), ...headers('webhook', 'a', wrong)],
			false,
		],
		[
			'names of both families mixed',
			['webhook-id', 'a', 'svix-timestamp', T, 'webhook-signature', sign('a')],
			false,
		],
	] as const)('%s', (_what, rawHeaders, authentic) => {
		const verdict = verify(schemes.standardWebhooks, keys, post([...rawHeaders]), window);
		expect(verdict.authentic).toBe(authentic);
	});

	it('refuses an id with a full stop, which could take the time from the text beside it', () => {
		const rawHeaders = headers(
			'webhook',
			`a.${T}`,
			`v1,${mac(key, `a.${T}.${T}.`).digest('base64')}`,
		);
		expect(verify(schemes.standardWebhooks, keys, post(rawHeaders), window)).toEqual({
			authentic: false,
			reason: '{id} has the text in it that ends it in what is signed',
		});
	});

	it.each([
		['with its prefix', keys.secrets[0], true],
		['without', keys.secrets[0].slice(6), true],
		['with white space from pasting', ` ${keys.secrets[0]}\n`, true],
		['that is no base64', 'whsec_???', false],
		['in base64url', `whsec_${Buffer.alloc(24, 0xff).toString('base64url')}`, false],
	])('takes a secret %s', (_how, secret, authentic) => {
		const rawHeaders = headers('webhook', 'a', sign('a'));
		const verdict = verify(
			schemes.standardWebhooks,
			{ secrets: [secret] },
			post(rawHeaders),
			window,
		);
		expect(verdict.authentic).toBe(authentic);
	});
});

describe('secrets with white space around them', () => {
	it.each([
		['Pi trims them', schemes.pi, 'X-Pi-Signature', true],
		['GitHub may not', schemes.github, 'X-Hub-Signature-256', false],
	])('%s', (_who, scheme, name, authentic) => {
		const rawHeaders = [name, `sha256=${mac('whsec_1', '').digest('hex')}`];
		expect(verify(scheme, { secrets: [' whsec_1 '] }, post(rawHeaders), window).authentic).toBe(
			authentic,
		);
	});
});

describe('a prefix of secrets', () => {
	const custom: HmacScheme = { ...schemes.github, secret: { encoding: 'utf8', prefix: 'key_' } };
	const rawHeaders = (key: string) => [
		'X-Hub-Signature-256',
		`sha256=${mac(key, '').digest('hex')}`,
	];

	it.each([
		['key_abc', 'abc', true],
		['abc', 'abc', true],
		['key_', '', false],
		['key_ ', ' ', false],
	])('of %j leaves %j', (secret, key, authentic) => {
		const verdict = verify(custom, { secrets: [secret] }, post(rawHeaders(key)), window);
		expect(verdict.authentic).toBe(authentic);
	});
});

describe('definitions that cannot be used', () => {
	const good: HmacScheme = {
		kind: 'hmac',
		signature: { headers: ['X-Sign'] },
		algorithm: 'sha256',
		encoding: 'hex',
		content: '{timestamp}.{id}.{body}',
		timestamp: { headers: ['X-Time'], unit: 's' },
		id: { headers: ['X-Id'] },
		secret: { encoding: 'utf8' },
	};
	const cases: Array<[string, Partial<HmacScheme>]> = [
		['leaves the body out', { content: '{timestamp}{id}' }],
		['has a place nobody knows', { content: '{timestamp}{id}{body}{host}' }],
		['has an id with no text beside it', { content: '{timestamp}.{id}{body}' }],
		['leaves the time out', { content: '{id}{body}' }],
		['leaves the id out', { content: '{timestamp}{body}' }],
		['has a time from nowhere', { timestamp: undefined }],
		['has an id from nowhere', { id: undefined }],
		['has no header', { signature: { headers: [] } }],
		['has a blank header', { signature: { headers: [' '] } }],
		['has other names for one header only', { signature: { headers: ['X-Sign', 'Y-Sign'] } }],
	];

	it('finds no problem with a good one', () => {
		expect(hmacProblem(good)).toBeUndefined();
	});

	it.each(
		Object.entries(schemes).filter(([, scheme]) => 'kind' in scheme && scheme.kind === 'hmac'),
	)('finds none with %s', (_name, scheme) => {
		expect(hmacProblem(scheme as HmacScheme)).toBeUndefined();
	});

	it.each(cases)('one that %s is said and refuses everything', (_what, change) => {
		const scheme = { ...good, ...change };
		const reason = hmacProblem(scheme);
		expect(reason).toEqual(expect.any(String));
		const everything = ['', `${T}`, 'a', `${T}a`].flatMap((text) => [
			...['X-Sign', mac('s', text).digest('hex')],
		]);
		for (let at = 0; at < everything.length; at += 2) {
			const rawHeaders = [...everything.slice(at, at + 2), 'X-Time', T, 'X-Id', 'a'];
			const verdict = verify(scheme, { secrets: ['s'] }, post(rawHeaders), window);
			expect(verdict).toEqual({ authentic: false, reason });
		}
	});
});
