import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Claims } from '../../../dist/lib/inbound/claims.js';

const HOUR = 3_600_000;

describe('claims', () => {
	it('gives an event to the first delivery only', async () => {
		const claims = new Claims();
		const first = await claims.take('w:n', 'event', 10, 0);
		first?.(true);
		expect(first).toBeDefined();
		expect(await claims.take('w:n', 'event', 10, 0)).toBeUndefined();
	});

	it('makes simultaneous deliveries wait for the outcome of the first', async () => {
		const claims = new Claims();
		const first = await claims.take('w:n', 'event', 10, 0);
		const others = [1, 2, 3].map(async () => await claims.take('w:n', 'event', 10, 0));
		const early = await Promise.race([...others, Promise.resolve('waiting')]);
		expect(early).toBe('waiting');
		first?.(true);
		expect(await Promise.all(others)).toEqual([undefined, undefined, undefined]);
	});

	it('lets exactly one of those that wait take over after a failed start', async () => {
		const claims = new Claims();
		const first = await claims.take('w:n', 'event', 10, 0);
		let started = 0;
		const others = Array.from({ length: 5 }, async () => {
			const claim = await claims.take('w:n', 'event', 10, 0);
			if (claim) started++;
			claim?.(true);
		});
		first?.(false);
		await Promise.all(others);
		expect(started).toBe(1);
	});

	it('counts an outcome once: a response finishes, then its connection closes', async () => {
		const claims = new Claims();
		const claim = await claims.take('w:n', 'event', 10, 0);
		claim?.(true);
		claim?.(false);
		expect(await claims.take('w:n', 'event', 10, 0)).toBeUndefined();
	});

	it('keeps trigger nodes apart', async () => {
		const claims = new Claims();
		(await claims.take('w:n1', 'event', 10, 0))?.(true);
		expect(await claims.take('w:n2', 'event', 10, 0)).toBeDefined();
		expect(await claims.take('v:n1', 'event', 10, 0)).toBeDefined();
	});

	it('takes over from a start that never told its outcome', async () => {
		const claims = new Claims();
		await claims.take('w:n', 'event', 10, 0);
		expect(await claims.take('w:n', 'event', 10, HOUR)).toBeDefined();
	});

	it('leaves a start 5 minutes to tell its outcome', async () => {
		const claims = new Claims();
		const first = await claims.take('w:n', 'event', 10, 0);
		const second = claims.take('w:n', 'event', 10, 5 * 60_000 - 1);
		expect(await Promise.race([second, Promise.resolve('waiting')])).toBe('waiting');
		first?.(true);
		expect(await second).toBeUndefined();
	});

	it('forgets the scopes of nodes that have had nothing to do for two days', async () => {
		const claims = new Claims();
		for (let node = 0; node < 100; node++) (await claims.take(`w:${node}`, 'event', 10, 0))?.(true);
		(await claims.take('w:new', 'event', 10, 49 * HOUR))?.(true);
		expect((Reflect.get(claims, 'scopes') as Map<string, unknown>).size).toBe(1);
	});

	it('remembers at least as many events as asked for, and at most twice as many', async () => {
		const claims = new Claims();
		for (let i = 0; i < 100; i++) (await claims.take('w:n', `event ${i}`, 10, 0))?.(true);
		const remembered = await Promise.all(
			Array.from({ length: 100 }, async (_, i) => {
				// Asked of another scope's clock, a look would be a claim: so look from the newest on.
				const key = `event ${99 - i}`;
				const claim = await claims.take('w:n', key, 1_000, 0);
				claim?.(false);
				return claim === undefined;
			}),
		);
		const count = remembered.filter(Boolean).length;
		expect(count).toBeGreaterThanOrEqual(10);
		expect(count).toBeLessThanOrEqual(20);
		expect(remembered.slice(0, 10).every(Boolean)).toBe(true);
	});

	it('forgets after two days at the latest, and not within one', async () => {
		const claims = new Claims();
		(await claims.take('w:n', 'event', 10, 0))?.(true);
		expect(await claims.take('w:n', 'event', 10, 23 * HOUR)).toBeUndefined();
		expect(await claims.take('w:n', 'other', 10, 25 * HOUR)).toBeDefined();
		expect(await claims.take('w:n', 'event', 10, 49 * HOUR)).toBeDefined();
	});

	it('starts one run per event, whatever the order of deliveries and failures', async () => {
		const deliveries = fc.array(
			fc.record({ key: fc.integer({ min: 0, max: 4 }), fails: fc.boolean() }),
			{ maxLength: 40 },
		);
		await fc.assert(
			fc.asyncProperty(deliveries, async (all) => {
				const claims = new Claims();
				const runs = new Map<number, number>();
				await Promise.all(
					all.map(async ({ key, fails }) => {
						const claim = await claims.take('w:n', String(key), 100, 0);
						await Promise.resolve();
						if (claim && !fails) runs.set(key, (runs.get(key) ?? 0) + 1);
						claim?.(!fails);
					}),
				);
				expect([...runs.values()].every((count) => count === 1)).toBe(true);
				const startable = new Set(all.filter(({ fails }) => !fails).map(({ key }) => key));
				expect(new Set(runs.keys())).toEqual(startable);
			}),
		);
	});
});
