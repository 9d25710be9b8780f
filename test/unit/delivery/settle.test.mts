import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { settle } from '../../../dist/lib/delivery/settle.js';

let scopes = 0;
const newScope = () => `scope ${++scopes}`;

/** A table as n8n's: read, then write the whole, without a lock; the first insert can lose a race. */
function table({ isFirstLost = false, overwrites = 0 } = {}) {
	let row: string[] | undefined;
	let calls = 0;
	const record = async (keys: string[]) => {
		calls++;
		const read = row;
		await sleep(1);
		if (isFirstLost && calls === 1) {
			row = [];
			throw new Error('UNIQUE constraint failed');
		}
		row = [...(read ?? []), ...keys.filter((key) => !read?.includes(key))];
		// Another process that had read before writes after us.
		if (overwrites-- > 0) row = read ?? [];
		return keys.filter((key) => !read?.includes(key));
	};
	return { record, rows: () => row ?? [], calls: () => calls };
}

describe('settle', () => {
	it('calls an event new once', async () => {
		const { record } = table();
		const scope = newScope();
		expect(await settle(scope, 'a', record)).toBe(true);
		expect(await settle(scope, 'a', record)).toBe(false);
	});

	it('loses none of a burst of different events', async () => {
		const { record, rows } = table();
		const scope = newScope();
		const keys = Array.from({ length: 48 }, (_, i) => `event ${i}`);
		const news = await Promise.all(keys.map(async (key) => await settle(scope, key, record)));
		expect(news.every(Boolean)).toBe(true);
		expect([...rows()].sort()).toEqual([...keys].sort());
	});

	it('calls one of simultaneous executions of one event new', async () => {
		const { record } = table();
		const scope = newScope();
		const news = await Promise.all(
			Array.from({ length: 6 }, async () => await settle(scope, 'same', record)),
		);
		expect(news.filter(Boolean)).toHaveLength(1);
	});

	it('lets events that wait for their turn ride together', async () => {
		const { record, calls } = table();
		const scope = newScope();
		await Promise.all(
			Array.from({ length: 40 }, async (_, i) => await settle(scope, `event ${i}`, record)),
		);
		// One for the first event; one that sees its record and records all others; one that sees theirs.
		expect(calls()).toBe(3);
	});

	it('calls an event old that comes again while its record is still to be seen', async () => {
		const { record, rows } = table({ overwrites: 2 });
		const scope = newScope();
		const first = settle(scope, 'a', record);
		await sleep(1);
		const later = Promise.all([settle(scope, 'a', record), settle(scope, 'b', record)]);
		expect([await first, ...(await later)]).toEqual([true, false, true]);
		expect([...rows()].sort()).toEqual(['a', 'b']);
	});

	it('survives the race of the first insert', async () => {
		const { record, rows } = table({ isFirstLost: true });
		expect(await settle(newScope(), 'a', record)).toBe(true);
		expect(rows()).toEqual(['a']);
	});

	it('records again when another process overwrote the record', async () => {
		const { record, rows } = table({ overwrites: 2 });
		expect(await settle(newScope(), 'a', record)).toBe(true);
		expect(rows()).toEqual(['a']);
	});

	it('gives up on a database that keeps failing, and takes the next turn all the same', async () => {
		const scope = newScope();
		const broken = async () => await Promise.reject(new Error('database is locked'));
		await expect(settle(scope, 'a', broken)).rejects.toThrow('database is locked');
		expect(await settle(scope, 'a', table().record)).toBe(true);
	});
});
