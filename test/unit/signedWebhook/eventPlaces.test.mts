import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atPath } from '../../../dist/lib/signatures/place.js';
import { valueAt } from '../../../dist/nodes/SignedWebhook/place.js';
import { toIso } from '../../../dist/nodes/SignedWebhook/toIso.js';

const delivery = (rawHeaders: string[] = []) => ({
	method: 'POST',
	url: '',
	body: Buffer.alloc(0),
	rawHeaders,
});

describe('a place in the body', () => {
	const body = { id: 7, data: { list: [{ id: 'a' }], blank: ' ', none: null, on: true }, '': 'e' };

	it.each([
		['id', '7'],
		['data.list.0.id', 'a'],
		['', 'e'],
		['data', undefined],
		['data.blank', undefined],
		['data.none', undefined],
		['data.on', undefined],
		['data.list.1.id', undefined],
		['data.list.length.x', undefined],
		['id.toString', undefined],
		['constructor.name', undefined],
		['__proto__.x', undefined],
	])('%j has %j', (path, value) => {
		expect(valueAt([{ path }], body, delivery())).toBe(value);
	});

	it('is found wherever it was put, and nothing is thrown where it was not', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.string().filter((key) => !key.includes('.')),
					{ minLength: 1 },
				),
				fc.string(),
				(path, other) => {
					const nested = path.reduceRight<object | string>(
						(value, key) => Object.fromEntries([[key, value]]),
						'found',
					) as never;
					expect(atPath(nested, path.join('.'))).toBe('found');
					expect(() => atPath(nested, other)).not.toThrow();
				},
			),
		);
	});
});

describe('a place in a header', () => {
	it.each([
		[['X-Id', 'a'], 'a'],
		[['x-ID', ' a '], 'a'],
		[['X-Id', 'a', 'X-Id', 'b'], undefined],
		[['X-Id', ''], undefined],
		[[], undefined],
	])('%j has %j', (headers, value) => {
		expect(valueAt([{ header: 'X-Id' }], {}, delivery(headers))).toBe(value);
	});

	it('stands behind an earlier place that has a value', () => {
		const places = [{ path: 'a' }, { header: 'X-Id' }, { path: 'b' }];
		expect(valueAt(places, { b: '2' }, delivery(['X-Id', '1']))).toBe('1');
		expect(valueAt(places, { a: '0', b: '2' }, delivery(['X-Id', '1']))).toBe('0');
		expect(valueAt(places, { b: '2' }, delivery())).toBe('2');
	});
});

describe('a time', () => {
	it.each([
		['1767323045', '2026-01-02T03:04:05.000Z'],
		['1767323045678', '2026-01-02T03:04:05.678Z'],
		['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
		['2026-01-02T04:04:05.678901+01:00', '2026-01-02T03:04:05.678Z'],
		['2026-13-02T03:04:05Z', undefined],
		['May 1', undefined],
		['event 7', undefined],
		['99999999999999999999', undefined],
		['', undefined],
		[undefined, undefined],
	])('%j is %j', (text, iso) => {
		expect(toIso(text)).toBe(iso);
	});
});
