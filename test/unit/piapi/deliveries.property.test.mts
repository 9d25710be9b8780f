import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Delivery } from '../../../dist/delivery/delivery.js';
import { schemes } from '../../../dist/delivery/signatures/schemes.js';
import { verify } from '../../../dist/delivery/signatures/verify.js';
import { piapiDeliveries } from '../../../dist/nodes/Piapi/deliveries.js';

const SECRET = 'a-secret-of-piapi';
const window = { now: 1_767_000_000_000, tolerance: 300 };
const delivery = (rawHeaders: string[]): Delivery => ({
	method: 'POST',
	url: '',
	rawHeaders,
	body: Buffer.from('{}'),
});
const verdict = (rawHeaders: string[]) =>
	verify(
		schemes.secretHeader('x-webhook-secret'),
		{ secrets: [SECRET, ' ', ''] },
		delivery(rawHeaders),
		window,
	);

/** What a header can carry, and what it cannot. */
const text = fc.oneof(
	fc.string({ maxLength: 40 }),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc
		.integer({ min: 0, max: SECRET.length - 1 })
		.map((at) => SECRET.slice(0, at) + SECRET.slice(at + 1)),
	fc
		.tuple(fc.nat(SECRET.length), fc.string({ minLength: 1, maxLength: 1 }))
		.map(([at, added]) => SECRET.slice(0, at) + added + SECRET.slice(at)),
);

describe('the pure parts of the PiAPI trigger', () => {
	it('accept the secret itself', () => {
		expect(verdict(['X-Webhook-Secret', SECRET])).toEqual({ authentic: true });
	});

	it('accept no other secret and throw on none, in 50,000 headers', () => {
		const headers = fc.array(
			fc.tuple(fc.constantFrom('x-webhook-secret', 'X-WEBHOOK-SECRET', 'x-webhook', ''), text),
			{ maxLength: 3 },
		);
		fc.assert(
			fc.property(headers, (pairs) => {
				const sent = pairs
					.filter(([name]) => name.toLowerCase() === 'x-webhook-secret')
					.map(([, value]) => value);
				const isOurs = sent.length === 1 && sent[0].replace(/^[ \t]+|[ \t]+$/g, '') === SECRET;
				expect(verdict(pairs.flat()).authentic).toBe(isOurs);
			}),
			{ numRuns: 50_000 },
		);
	});

	it('read or refuse any body and throw on none, in 50,000 bodies', () => {
		const anything = fc.jsonValue({ maxDepth: 2 });
		const task = {
			task_id: fc.oneof(fc.string(), anything),
			status: fc.oneof(fc.constantFrom('Completed', 'failed', 'processing', 'finished'), anything),
			task_result: fc.oneof(
				fc.dictionary(
					fc.constantFrom('message', 'error_messages', 'task_progress', 'image_url'),
					anything,
				),
				anything,
			),
			output: anything,
			meta: fc.oneof(
				fc.dictionary(fc.constantFrom('created_at', 'ended_at', 'usage'), anything),
				anything,
			),
			error: fc.oneof(
				fc.dictionary(fc.constantFrom('code', 'message', 'raw_message'), anything),
				anything,
			),
			config: anything,
		};
		const unified = fc.record({
			timestamp: fc.oneof(fc.integer(), fc.double(), anything),
			data: fc.record(task),
		});
		const body = fc.oneof(unified, fc.record(task), anything);
		let events = 0;
		fc.assert(
			fc.property(body, (value) => {
				const event = piapiDeliveries.parse(value, delivery([]), { authentic: true });
				if (!event || 'fault' in event) return;
				events++;
				const simplified = piapiDeliveries.simplify(event.body, {
					type: event.type,
					id: event.id,
					key: '',
					body: event.body,
				});
				expect(simplified).toMatchObject({
					event: event.type,
					jobId: expect.any(String),
					resultUrls: expect.any(Array),
				});
			}),
			{ numRuns: 50_000 },
		);
		expect(events).toBeGreaterThan(1_000);
	});
});
