import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { parseJson } from '../../../dist/lib/signatures/parseJson.js';
import { liveKitDeliveries } from '../../../dist/nodes/LiveKit/deliveries.js';
import { piDeliveries } from '../../../dist/nodes/Pi/deliveries.js';
import { piapiDeliveries } from '../../../dist/nodes/Piapi/deliveries.js';
import { pipaiDeliveries } from '../../../dist/nodes/Pipai/deliveries.js';
import { pipevestDeliveries } from '../../../dist/nodes/Pipevest/deliveries.js';

const SOURCES = {
	LiveKit: liveKitDeliveries,
	Pi: piDeliveries,
	PiAPI: piapiDeliveries,
	Midjourney: piapiDeliveries,
	PipAI: pipaiDeliveries,
	Pipevest: pipevestDeliveries,
};

/** A delivery with an ID, written as the sender writes it: as a number or as text. */
const BODIES: Record<keyof typeof SOURCES, (id: string) => string> = {
	LiveKit: (id) => `{"event":"room_started","id":${id},"createdAt":"1700000000"}`,
	Pi: (id) =>
		`{"id":${id},"type":"job.completed","data":{"job":{"id":${id},"type":"ad","status":"completed"}}}`,
	PiAPI: (id) => `{"timestamp":1700000000,"data":{"task_id":${id},"status":"completed"}}`,
	Midjourney: (id) => `{"task_id":${id},"status":"finished","task_result":{}}`,
	PipAI: (id) => `{"id":${id},"type":"order.filled","created_at":"2026-01-01T00:00:00Z","data":{}}`,
	Pipevest: (id) => `{"event":"PAYMENT.DONE","eventId":${id},"createdAt":1700000000,"data":{}}`,
};

const JOBS = ['Pi', 'PiAPI', 'Midjourney'];

function read(name: keyof typeof SOURCES, id: string) {
	const source = SOURCES[name];
	const delivery = { body: Buffer.from(BODIES[name](id)), rawHeaders: [] };
	const event = source.parse(parseJson(delivery.body), delivery as never, {} as never);
	if (!event || 'problem' in event || 'problem' in event) throw new Error(`not understood: ${id}`);
	const { id: eventId, jobKey } = event as unknown as { id: string; jobKey?: string };
	const item: IDataObject = source.simplify(
		(event as unknown as { body: IDataObject }).body,
		event as never,
	);
	return { key: jobKey ?? eventId, item };
}

const digits = fc
	.tuple(fc.integer({ min: 1, max: 9 }), fc.stringMatching(/^\d{0,39}$/))
	.map(([first, rest]) => `${first}${rest}`);

describe.each(Object.keys(SOURCES) as Array<keyof typeof SOURCES>)('%s', (name) => {
	it.each([
		['numbers', (id: string) => id],
		['text', (id: string) => `"${id}"`],
	])('keeps all digits of IDs that are %s', (_, write) => {
		fc.assert(
			fc.property(digits, (id) => {
				const { key, item } = read(name, write(id));
				expect(key).toContain(id);
				const place = JOBS.includes(name) ? item.jobId : item.eventId;
				expect(place).toBe(id);
			}),
			{ seed: 16 },
		);
	});

	it('takes two IDs that differ in the last digit for two events', () => {
		fc.assert(
			fc.property(
				digits,
				fc.integer({ min: 0, max: 9 }),
				fc.integer({ min: 1, max: 9 }),
				(...of) => {
					const [head, last, more] = of;
					const [one, other] = [`${head}${last}`, `${head}${(last + more) % 10}`];
					expect(read(name, one).key).not.toBe(read(name, other).key);
				},
			),
			{ seed: 16 },
		);
	});
});

describe('parseJson', () => {
	it('changes nothing but long integers', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 4 }), fc.string(), (json, text) => {
				const both = `[${json},${JSON.stringify(`${text}\\"12345678901234567890`)},1.25,-7]`;
				expect(parseJson(Buffer.from(`[${both},12345678901234567890]`))).toEqual([
					JSON.parse(both, (_, value: unknown) =>
						Number.isInteger(value) && !Number.isSafeInteger(value) ? expect.anything() : value,
					),
					'12345678901234567890',
				]);
			}),
			{ seed: 16 },
		);
	});
});
