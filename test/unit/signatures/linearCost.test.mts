import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { headerValues } from '../../../dist/lib/signatures/delivery.js';
import { parseDictionary } from '../../../dist/lib/signatures/messageSignature/parseDictionary.js';
import { verify } from '../../../dist/lib/signatures/verify.js';
import senders from './senders.mts';
import { NOW } from './signing.mts';

const WINDOW = { now: NOW, tolerance: 300 };
const SIZES = [1, 10, 100];

/** A string that counts how many of its characters were looked at. */
function counted(text: string) {
	const characters = {
		seen: 0,
		length: text.length,
		charCodeAt(at: number) {
			this.seen++;
			return text.charCodeAt(at);
		},
		slice(from = 0, to = text.length) {
			this.seen += Math.max(to - from, 0);
			return text.slice(from, to);
		},
	};
	return characters;
}

describe('parseDictionary looks at each character a few times, whatever the size', () => {
	const shapes: Array<[string, (times: number) => string]> = [
		['a long string', (times) => `a="${'x'.repeat(times)}"`],
		['a string of escapes', (times) => `a="${'\\"'.repeat(times)}"`],
		['a string without an end', (times) => `a="${'\\\\'.repeat(times)}`],
		['a long key', (times) => 'a'.repeat(times)],
		['a long token', (times) => `a=${'x'.repeat(times)}`],
		['long base64', (times) => `a=:${'AAAA'.repeat(times)}:`],
		['base64 without an end', (times) => `a=:${'A'.repeat(times)}`],
		['many digits', (times) => `a=${'1'.repeat(times)}`],
		['many spaces', (times) => `a${' '.repeat(times)}`],
		['many members', (times) => Array.from({ length: times }, (_, at) => `a${at}=1`).join(', ')],
		[
			'many parameters',
			(times) => `a${Array.from({ length: times }, (_, at) => `;b${at}=?1`).join('')}`,
		],
		['a long list', (times) => `a=(${'"@method" '.repeat(times)})`],
		['a list without an end', (times) => `a=(${'1 '.repeat(times)}`],
		['open brackets', (times) => `a=${'('.repeat(times)}`],
		['commas', (times) => ','.repeat(times)],
	];

	it.each(shapes)('%s', (_shape, make) => {
		for (const size of SIZES) {
			const text = counted(make(100 * size));
			parseDictionary(text);
			expect(text.seen).toBeLessThanOrEqual(8 * text.length + 8);
		}
	});
});

describe.each(senders)('$name', (sender) => {
	afterEach(() => {
		jest.restoreAllMocks();
	});

	it('reads the list of headers the same few times, however long it is', () => {
		const rounds = SIZES.map((size) => {
			const { rawHeaders, ...rest } = sender.send();
			const long = [...rawHeaders, ...Array.from({ length: 200 * size }, (_, at) => `X-${at}`)];
			let reads = 0;
			const watched = new Proxy(long, {
				get(target, key, receiver) {
					if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
					return Reflect.get(target, key, receiver);
				},
			});
			const verdict = verify(sender.scheme, sender.keys, { ...rest, rawHeaders: watched }, WINDOW);
			expect(verdict.authentic).toBe(true);
			return reads / long.length;
		});
		expect(Math.max(...rounds)).toBeLessThanOrEqual(6);
	});

	it('hashes each byte of the body once, and the body itself, not a copy', () => {
		const hmac = Object.getPrototypeOf(createHmac('sha256', 'x'));
		for (const size of SIZES) {
			const delivery = sender.send({ body: Buffer.alloc(10_000 * size, 'x') });
			const update = jest.spyOn(hmac, 'update');
			expect(verify(sender.scheme, sender.keys, delivery, WINDOW).authentic).toBe(true);
			const calls = update.mock.calls.map(([piece]) => piece as Buffer | string);
			const bytes = calls.reduce((sum, piece) => sum + piece.length, 0);
			expect(calls.length).toBeLessThanOrEqual(3);
			expect(bytes).toBeLessThanOrEqual(delivery.body.length + 1000);
			const large = calls.filter((piece) => piece.length >= delivery.body.length);
			expect(large.every((piece) => piece === delivery.body)).toBe(true);
			update.mockRestore();
		}
	});

	it('computes a bounded number of MACs for any number of signatures', () => {
		const hmac = Object.getPrototypeOf(createHmac('sha256', 'x'));
		const counts = SIZES.map((size) => {
			const { rawHeaders, ...rest } = sender.send();
			const many = rawHeaders.map((text, at) => {
				const [name, between = ','] = [rawHeaders[at - 1], sender.separator];
				return at % 2 && sender.headers.includes(name)
					? Array(30 * size)
							.fill(text)
							.join(between)
					: text;
			});
			const digest = jest.spyOn(hmac, 'digest');
			expect(
				verify(sender.scheme, sender.keys, { ...rest, rawHeaders: many }, WINDOW).authentic,
			).toBe(false);
			const made = digest.mock.calls.length;
			digest.mockRestore();
			return made;
		});
		expect(Math.max(...counts)).toBeLessThanOrEqual(1);
	});
});

it('headerValues finds nothing in an odd list and everything in an even one', () => {
	expect(headerValues({ rawHeaders: ['A', '1', 'b', '2', 'a', '3', 'a'] }, 'a')).toEqual([
		'1',
		'3',
	]);
});
