import { describe, expect, it } from '@jest/globals';
import { KeyCache } from '../../../dist/nodes/SignedWebhook/keyCache.js';
import { allowedUrl } from '../../../dist/nodes/SignedWebhook/remoteKeys.js';
import { namedSenders } from '../../../dist/nodes/SignedWebhook/senders/index.js';

const URL_OF_KEYS = 'https://keys.example/jwks';
const MINUTE = 60_000;

/** A cache, and how often it asked. */
function open(cacheControl?: string) {
	const cache = new KeyCache();
	let asked = 0;
	const fetch = async () => await Promise.resolve({ text: `keys ${++asked}`, cacheControl });
	return {
		get: async (now: number) => await cache.get(URL_OF_KEYS, fetch, now),
		renew: async (now: number) => await cache.renew(URL_OF_KEYS, fetch, now),
		fail: async (now: number) =>
			await cache.get(URL_OF_KEYS, async () => await Promise.reject(new Error('down')), now),
		asked: () => asked,
	};
}

describe('keys by their address', () => {
	it('are fetched once by a crowd', async () => {
		const { get, asked } = open();
		await Promise.all(Array.from({ length: 50 }, async () => await get(0)));
		expect(asked()).toBe(1);
	});

	it.each([
		[undefined, 60 * MINUTE],
		['public, max-age=600', 10 * MINUTE],
		['max-age=999999999', 24 * 60 * MINUTE],
		['no-store, max-age=0', MINUTE],
	])('are kept as %j says', async (cacheControl, kept) => {
		const { get } = open(cacheControl);
		await get(0);
		expect(await get(kept - 1)).toBe('keys 1');
		expect(await get(kept)).toBe('keys 2');
	});

	it('are fetched anew for an unknown key once a minute, however many ask', async () => {
		const { get, renew, asked } = open();
		await get(0);
		for (let at = 1; at < 100; at++) expect(await renew(at)).toBeUndefined();
		expect(await renew(MINUTE)).toBe('keys 2');
		expect(asked()).toBe(2);
	});

	it('that cannot be fetched are an error, and asked for again later', async () => {
		const { get, fail, asked } = open();
		await expect(fail(0)).rejects.toThrow('down');
		await expect(get(1)).rejects.toThrow('down');
		expect(asked()).toBe(0);
		expect(await get(10_000)).toBe('keys 1');
	});
});

describe('a certificate that a delivery names', () => {
	const { awsSns, payPal } = namedSenders;

	it.each([
		['https://sns.eu-central-1.amazonaws.com/a.pem', awsSns, true],
		['https://api.paypal.com/v1/notifications/certs/a', payPal, true],
		['http://sns.eu-central-1.amazonaws.com/a.pem', awsSns, false],
		['https://sns.eu-central-1.amazonaws.com.evil.example/a.pem', awsSns, false],
		['https://evil.example/sns.eu-central-1.amazonaws.com', awsSns, false],
		['https://sns.eu-central-1.amazonaws.com:8443/a.pem', awsSns, false],
		['https://user@sns.eu-central-1.amazonaws.com/a.pem', awsSns, false],
		['https://evilpaypal.com/a', payPal, false],
		['not a URL', payPal, false],
	])('%s is fetched from its sender only', (url, { keysFrom }, isFetched) => {
		expect(allowedUrl(url, keysFrom) !== undefined).toBe(isFetched);
	});
});
