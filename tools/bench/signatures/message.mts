import type { Delivery } from '../../../dist/lib/signatures/delivery.js';
import type { Keys, Scheme } from '../../../dist/lib/signatures/scheme.js';
import type { Headers } from '../../../test/contract/support/signedSenders.mts';

export const ADDRESS = 'https://n8n.example/webhook/0b6e2a0e-1f5c-4c7e-9d0b-2f4a6c8e0b1d/webhook';

/** One signed delivery, and what it is checked with. */
export interface Message {
	scheme: Scheme;
	keys: Keys;
	delivery: Delivery;
	/** Those of the signature, by name as written. */
	headers: Record<string, string>;
	/** ms */
	now: number;
}

/** Puts the headers of a signature among those that come with any request through a proxy. */
export function messageOf({
	scheme,
	keys,
	signed,
	body,
	now,
}: Omit<Message, 'delivery' | 'headers'> & { signed: Headers; body: Buffer }): Message {
	const rawHeaders = [
		['Host', 'n8n.example'],
		['User-Agent', 'sender/1.0'],
		['Content-Type', 'application/json'],
		['Content-Length', String(body.length)],
		...signed,
		['Accept', '*/*'],
		['X-Forwarded-For', '203.0.113.7'],
		['X-Forwarded-Proto', 'https'],
	].flat();
	const delivery = { method: 'POST', url: ADDRESS, rawHeaders, body };
	return { scheme, keys, delivery, headers: Object.fromEntries(signed), now };
}
