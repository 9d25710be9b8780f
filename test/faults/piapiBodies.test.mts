import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Delivery } from '../../dist/lib/signatures/delivery.js';
import { piapiDeliveries } from '../../dist/nodes/Piapi/deliveries.js';

const DELIVERY: Delivery = { method: 'POST', url: '', rawHeaders: [], body: Buffer.from('{}') };

describe('the bodies of PiAPI', () => {
	it('are read or refused, whatever they are: 10,000 of them', () => {
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
				const event = piapiDeliveries.parse(value, DELIVERY, { authentic: true });
				if (!event || 'problem' in event || Array.isArray(event)) return;
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
			{ numRuns: 10_000 },
		);
		expect(events).toBeGreaterThan(500);
	});
});
