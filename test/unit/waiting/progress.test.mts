import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Progress } from '../../../dist/lib/waiting/progress.js';

/** So many jobs at a provider, which says of each when it is asked. */
function openWait(jobs: number) {
	const ids = Array.from({ length: jobs }, (_, i) => `job ${i}`);
	const places = ids.map((id) => ({ id }));
	const progress = new Progress({ round: 1, places, earlier: [], separateFailed: false });
	const done = new Set<string>();
	const count = { looks: 0, underWay: 0, mostAtOnce: 0 };

	async function look(id: string) {
		count.looks++;
		count.mostAtOnce = Math.max(count.mostAtOnce, ++count.underWay);
		await turn();
		count.underWay--;
		return { id, done: done.has(id), json: { id } };
	}

	const callBack = async (id: string) => await progress.advance(look, id);

	return { ids, done, count, progress, callBack, scan: () => progress.advance(look) };
}

describe('the progress of a wait', () => {
	it('takes two looks for each job at most, in whatever order and bursts they are called back about', async () => {
		const bursts = fc.integer({ min: 1, max: 60 }).chain((jobs) =>
			fc.record({
				jobs: fc.constant(jobs),
				order: fc.shuffledSubarray([...Array(jobs).keys()], { minLength: jobs }),
				/** How many jobs are done by then, and how many callbacks come at once. */
				ahead: fc.array(fc.integer({ min: 0, max: jobs }), { minLength: 1 }),
				sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
			}),
		);
		await fc.assert(
			fc.asyncProperty(bursts, async ({ jobs, order, ahead, sizes }) => {
				const { ids, done, count, callBack } = openWait(jobs);
				const answers: boolean[] = [];
				for (let next = 0, burst = 0; next < jobs; burst++) {
					const size = sizes[burst % sizes.length];
					const until = next + size + ahead[burst % ahead.length];
					for (const index of order.slice(0, until)) done.add(ids[index]);
					const called = order.slice(next, next + size).map(async (i) => await callBack(ids[i]));
					answers.push(...(await Promise.all(called)));
					next += size;
				}
				expect(answers.at(-1)).toBe(true);
				expect(count.looks).toBeLessThan(2 * jobs);
				expect(count.mostAtOnce).toBeLessThanOrEqual(8);
			}),
		);
	});

	it('looks at many jobs at once when a burst of callbacks tells of them', async () => {
		const { ids, done, count, callBack } = openWait(100);
		for (const id of ids) done.add(id);
		const first = Promise.all(ids.slice(0, 2).map(callBack));
		const burst = Promise.all(ids.slice(10, 20).map(callBack));
		expect([...(await first), ...(await burst)]).toEqual(Array(12).fill(true));
		expect(count.looks).toBe(100);
		expect(count.mostAtOnce).toBeGreaterThan(1);
	});

	it('tells of no end before the last job, and of it when a callback was lost', async () => {
		const { ids, done, callBack, progress } = openWait(3);
		done.add(ids[2]);
		expect(await callBack(ids[2])).toBe(false);
		done.add(ids[0]);
		expect(await callBack(ids[2])).toBe(false);
		done.add(ids[1]);
		expect(await callBack(ids[0])).toBe(true);
		expect(progress.items('timed_out')).toEqual(ids.map((id) => ({ id })));
	});

	it('goes on with the next callback when the provider could not be asked', async () => {
		const { ids, done, progress, scan } = openWait(2);
		for (const id of ids) done.add(id);
		const refuse = async () => await Promise.reject<never>(new Error('503'));
		await expect(progress.advance(refuse)).rejects.toThrow('503');
		expect(await scan()).toBe(true);
	});
});
