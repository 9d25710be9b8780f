import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PiapiApi } from '../../../dist/credentials/PiapiApi.credentials.js';
import { PipaiApi } from '../../../dist/credentials/PipaiApi.credentials.js';
import { PipevestApi } from '../../../dist/credentials/PipevestApi.credentials.js';
import { requestUrl } from '../../../dist/lib/http/requestUrl.js';

const BASE = 'https://api.example.com/v1';

const cases: Array<[object, string]> = [
	[{ url: `${BASE}/a` }, `${BASE}/a`],
	[{ uri: `${BASE}/a` }, `${BASE}/a`],
	[{ url: '/a', baseURL: BASE }, `${BASE}/a`],
	[{ url: 'a', baseURL: `${BASE}/` }, `${BASE}/a`],
	[{ url: '/a' }, 'https://base.example.com/a'],
	[{ url: '', baseURL: BASE }, BASE],
	[{ url: `${BASE}/a?b=1`, qs: { c: [2, 3], d: undefined } }, `${BASE}/a?b=1&c=2&c=3`],
];

const privateKey = generateKeyPairSync('ed25519').privateKey.export({
	type: 'pkcs8',
	format: 'pem',
});
const credentials = [
	['PiAPI', new PiapiApi(), { apiKey: 'k', baseUrl: 'https://api.piapi.ai' }],
	['PipAI', new PipaiApi(), { apiKey: 'k', apiSecret: 's', baseUrl: BASE }],
	[
		'Pipevest',
		new PipevestApi(),
		{
			...{ environment: 'custom', baseUrl: BASE, clientId: 'c', clientSecret: 's' },
			...{ keyId: 'key', privateKey, accessToken: 't', signingDialect: 'pipevest' },
		},
	],
] as const;

describe('requestUrl', () => {
	it.each(cases)('makes one URL of %j', (parts, url) => {
		expect(requestUrl(parts, 'https://base.example.com')).toBe(url);
	});

	it('leaves what is no URL as it is', () => {
		expect(requestUrl({ url: 'a', baseURL: 'nowhere' })).toBe('nowhere/a');
	});
});

describe.each(credentials)('the credential of %s', (_, credential, data) => {
	const authenticate = credential.authenticate as (...args: unknown[]) => Promise<object>;

	it.each([
		['a node of ours', { url: `${BASE}/x` }],
		['the HTTP Request node', { uri: `${BASE}/x`, json: true }],
		['a test of the credential', { url: '/x', baseURL: BASE }],
	])('signs in for %s', async (__, request) => {
		const signed = await authenticate(data, { method: 'GET', ...request });
		const { url, uri, headers } = signed as Record<string, string>;
		expect([`${BASE}/x`, '/x']).toContain(uri ?? url);
		expect(Object.keys(headers).join()).toMatch(/authorization|x-api-key|x-pipai-signature/i);
	});
});
