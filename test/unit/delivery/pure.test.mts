import { describe, expect, it } from '@jest/globals';
import { eventKey } from '../../../dist/lib/delivery/eventKey.js';
import { isWanted } from '../../../dist/lib/delivery/isWanted.js';
import { parseJson } from '../../../dist/lib/signatures/parseJson.js';

describe('isWanted', () => {
	it.each([
		[['*'], 'completed', true],
		[['completed'], 'completed', true],
		[['failed'], 'completed', false],
		[[], 'completed', false],
		[['strategy.*'], 'strategy.deployed', true],
		[['strategy.*'], 'strategyx.deployed', false],
		[['strategy.*'], 'strategy', false],
		[['failed', 'strategy.*'], 'failed', true],
	])('%j of %s: %s', (events, type, wanted) => {
		expect(isWanted(events, type)).toBe(wanted);
	});
});

describe('eventKey', () => {
	const event = { type: 't', id: 'event-1', jobKey: 'job-1:completed', body: {} };
	it.each([
		['job', event, 'job-1:completed'],
		['event', event, 't:event-1'],
		['off', event, ''],
		['job', { ...event, jobKey: undefined }, 't:event-1'],
		['event', { ...event, id: '' }, 'job-1:completed'],
	] as const)('by %s', (by, of, key) => {
		expect(eventKey(of, by)).toBe(key);
	});

	it.each([
		[
			{ type: 'job', id: 'done:1' },
			{ type: 'job:done', id: '1' },
		],
		[
			{ type: 'job%3Adone', id: '1' },
			{ type: 'job:done', id: '1' },
		],
	])('keeps %j and %j apart', (a, b) => {
		expect(eventKey({ ...a, body: {} }, 'event')).not.toBe(eventKey({ ...b, body: {} }, 'event'));
	});

	it('keeps long keys apart in a bounded length', () => {
		const [a, b] = ['a', 'b'].map((end) =>
			eventKey({ ...event, id: 'x'.repeat(1_000_000) + end }, 'event'),
		);
		expect(a).not.toBe(b);
		expect(a.length).toBeLessThan(100);
	});
});

describe('parseJson', () => {
	it.each([
		['{"a":1}', { a: 1 }],
		['\uFEFF{"a":1}', { a: 1 }],
		['{ "a" : 1 }\n', { a: 1 }],
		['', undefined],
		['{"a":', undefined],
		['null', null],
	])('%j', (text, value) => {
		expect(parseJson(Buffer.from(text))).toEqual(value);
	});
});
