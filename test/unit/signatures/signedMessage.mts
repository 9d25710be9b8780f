import { expect } from '@jest/globals';
import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import { contentDigest } from '../../../dist/lib/signatures/messageSignature/contentDigest.js';
import { pipevest } from '../../../dist/lib/signatures/messageSignature/dialects.js';
import {
	type Signing,
	signMessage,
} from '../../../dist/lib/signatures/messageSignature/signMessage.js';
import type { Scheme } from '../../../dist/lib/signatures/scheme.js';
import { schemes } from '../../support/schemes.mts';
import { verify } from '../../../dist/lib/signatures/verify.js';
import { BODY, NOW, PRIVATE_KEY, PUBLIC_KEY } from './signing.mts';

export const SECONDS = NOW / 1000;
export const URL_WITH_QUERY = 'https://n8n.example/webhook/7c1d/hook?from=pipevest';
const KEYS = { secrets: [], publicKeys: [PUBLIC_KEY] };
export const HEADERS: Record<string, string> = {
	Authorization: 'Bearer 123',
	'Content-Digest': contentDigest(BODY),
	'Content-Length': String(BODY.length),
	'Content-Type': 'application/json',
	'X-Client-Id': '123456',
	'X-Idempotency-Key': '8a8b',
};
export const FIELDS = Object.keys(HEADERS);
const ALL = [...FIELDS, '@method', '@target-uri', '@path', '@query'];

/** A delivery of Pipevest, signed with what is documented but for the change. */
export function signed(change: Partial<Signing> = {}, url = URL_WITH_QUERY): Delivery {
	const dialect = change.dialect ?? pipevest;
	const names = dialect.names === 'any' ? ALL : ALL.map((name) => name.toLowerCase());
	const { value, problem } = signMessage(
		{ method: 'POST', url, headers: HEADERS },
		{
			key: PRIVATE_KEY,
			components: names,
			parameters: { keyid: 'staging-pipevest-ed25519', created: SECONDS, expires: SECONDS + 100 },
			dialect,
			...change,
		},
	);
	if (problem !== undefined) throw new Error(problem);
	const rawHeaders = Object.entries({ ...HEADERS, ...value }).flat();
	return { method: 'POST', url, rawHeaders, body: BODY };
}

export const check = (delivery: Delivery, scheme: Scheme = schemes.pipevest, now = NOW) =>
	verify(scheme, KEYS, delivery, { now, tolerance: 300 });
export const refusal = (reason: RegExp) => ({
	authentic: false,
	reason: expect.stringMatching(reason),
});
