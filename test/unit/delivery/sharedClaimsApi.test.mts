import { describe, expect, it } from '@jest/globals';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { SharedClaimsApi } from '../../../dist/credentials/SharedClaimsApi.credentials.js';

const { authenticate } = new SharedClaimsApi();
const Authorization = 'Bearer a-token';

async function sign(request: object, url = ' https://store.example/ ') {
	if (typeof authenticate !== 'function') throw new Error('It signs by a function');
	return await authenticate({ url, token: ' a-token ' }, request as IHttpRequestOptions);
}

describe('the token of shared claims', () => {
	it.each<[string, object, string]>([
		['its own URL', { url: '' }, 'https://store.example/'],
		['a path below', { url: '/pipeline' }, 'https://store.example/pipeline'],
		['a whole URL', { url: 'https://store.example/x' }, 'https://store.example/x'],
		['an older form', { uri: 'https://store.example/x' }, 'https://store.example/x'],
	])('goes to %s', async (_, request, url) => {
		expect(await sign(request)).toMatchObject({ url, headers: { Authorization } });
	});

	it.each<[string, object]>([
		['another host', { url: 'https://other.example/' }],
		['another port', { url: 'https://store.example:8443/' }],
		['the same host in the clear', { url: 'http://store.example/' }],
		['a host without a scheme', { url: '//other.example/' }],
		['another base', { url: '/', baseURL: 'https://other.example' }],
		['an older form of another host', { uri: 'https://other.example/' }],
	])('does not go to %s', async (_, request) => {
		await expect(sign(request)).rejects.toThrow('This token is for https://store.example only');
	});

	it.each(['', 'redis://store.example:6379', 'store.example', 'https://'])(
		'has no address in %j, and the message says which it needs',
		async (url) => {
			await expect(sign({ url: '' }, url)).rejects.toThrow(
				'beginning with https:// (not redis://)',
			);
		},
	);
});
