import { describe, expect, it } from '@jest/globals';
import { pairs } from '../../../tools/bench/measure/pairs.mts';
import { holds, type Row } from '../../../tools/bench/row.mts';
import { table } from '../../../tools/bench/table.mts';

const row = (change: Partial<Row>): Row => ({
	...{ what: 'Verify', value: 1.2, unit: '×', limit: { atMost: 1.5 }, measured: '6 to 5 µs' },
	...change,
});

describe('the table of a bench', () => {
	it('shows ratios first, each figure beside its limit', () => {
		const rows = [
			row({ what: 'Memory', value: 12_345.6, unit: 'KB', limit: { atMost: 20_000 } }),
			row({}),
		];
		expect(table('a machine', rows).split('\n')).toEqual([
			'a machine',
			'',
			'| What | Figure | Limit | Measured |',
			'| --- | ---: | ---: | --- |',
			'| Verify | 1.20 × | ≤ 1.5 | 6 to 5 µs |',
			'| Memory | 12,346 KB | ≤ 20,000 | 6 to 5 µs |',
		]);
	});

	it.each<[Row['limit'], boolean]>([
		[{ atMost: 1.2 }, true],
		[{ atMost: 1.1 }, false],
		[{ atLeast: 1.2 }, true],
		[{ atLeast: 1.3 }, false],
	])('says whether %j held', (limit, isHeld) => {
		expect(holds(row({ limit }))).toBe(isHeld);
		expect(table('', [row({ limit })]).includes('missed')).toBe(!isHeld);
	});

	it('calls nothing held that could not be measured', () => {
		const limits: Array<Row['limit']> = [{ atMost: 1 }, { atLeast: 0 }];
		for (const limit of limits) expect(holds(row({ value: Number.NaN, limit }))).toBe(false);
	});
});

describe('pairs', () => {
	it('takes turns, and the median of what each pair says', async () => {
		const turns: string[] = [];
		const next = (name: string, values: number[]) => async () => {
			turns.push(name);
			return values.shift() ?? 0;
		};
		// In the third pair the machine was busy: it says as much of the two as the others do.
		const found = await pairs(3, next('A', [2, 4, 40]), next('B', [1, 4, 20]));
		expect(turns.join('')).toBe('ABABAB');
		expect(found).toEqual({ one: 4, other: 4, ratio: 2 });
	});
});
