import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { pipevest, rfc9421 } from '../../../dist/lib/signatures/messageSignature/dialects.js';
import {
	type Signing,
	signMessage,
} from '../../../dist/lib/signatures/messageSignature/signMessage.js';
import { PRIVATE_KEY, PUBLIC_KEY } from './signing.mts';

const PUBLIC = createPublicKey(PUBLIC_KEY);
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('signMessage', () => {
	const request = { method: 'GET', url: 'https://api.pipevest.com/v1/webhooks', headers: {} };
	const how: Signing = {
		key: PRIVATE_KEY,
		components: ['@method'],
		parameters: { created: 1 },
		dialect: rfc9421,
	};

	it.each<[string, Partial<Signing>, RegExp]>([
		[
			'a missing field',
			{ components: ['Authorization'], dialect: pipevest },
			/"Authorization" is unknown or missing/,
		],
		['a field in another case than the RFC asks', { components: ['Host'] }, /Host/],
		['the same component twice', { components: ['@method', '@method'] }, /twice/],
		['a key id beyond ASCII', { parameters: { keyid: 'schlüssel' } }, /malformed/],
		['a time with a fraction', { parameters: { created: 1.5 } }, /malformed/],
		['a label in upper case', { label: 'Sig1' }, /malformed/],
		['a public key', { key: PUBLIC }, /neither/],
		['an RSA key', { key: RSA }, /neither/],
	])('says what is wrong: %s', (_what, change, problem) => {
		expect(signMessage(request, { ...how, ...change })).toEqual({
			problem: expect.stringMatching(problem),
		});
	});

	it('says that a URL is not absolute', () => {
		expect(signMessage({ ...request, url: '/v1/webhooks' }, how)).toEqual({
			problem: 'the URL is not absolute',
		});
	});
});
