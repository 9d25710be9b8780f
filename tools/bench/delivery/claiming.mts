import { Claims } from '../../../dist/lib/inbound/claims.js';
import { kept } from '../measure/memory.mts';
import { median } from '../measure/median.mts';
import type { Bench } from '../part.mts';
import { figure, type Row } from '../row.mts';

const LARGEST = 1_000_000;
const REMEMBERED = [100, 10_000, LARGEST];
const NOW = Date.now();
const ROUNDS = 2_000;

const keyOf = (i: number) => `58cb41b7-0000-4000-8000-${String(i).padStart(12, '0')}:completed`;

/** Claims that remember so many events. */
async function filled(remembered: number): Promise<Claims> {
	const claims = new Claims();
	for (let i = 0; i < remembered; i++) (await take(claims, remembered, keyOf(i)))?.(true);
	return claims;
}

const take = async (claims: Claims, remember: number, key: string) =>
	await claims.take('workflow:node', key, remember, NOW);

/** Microseconds for one claim of a new event and one of an event that is taken. */
async function costOf(claims: Claims, remembered: number, round: number): Promise<number> {
	const keys = Array.from({ length: ROUNDS }, (_, i) => keyOf(remembered + round * ROUNDS + i));
	const start = performance.now();
	for (const key of keys) {
		(await take(claims, remembered, key))?.(true);
		await take(claims, remembered, key);
	}
	return ((performance.now() - start) * 1000) / ROUNDS;
}

/** What a claim costs, and whether it costs more the more events are remembered. */
export async function claiming({ quick, tell }: Bench): Promise<Row[]> {
	tell('claims');
	const all = await Promise.all(
		REMEMBERED.map(async (remembered) => ({
			remembered,
			claims: await filled(remembered),
			costs: [] as number[],
		})),
	);
	for (let round = 0; round < (quick ? 5 : 25); round++) {
		for (const { remembered, claims, costs } of all)
			costs.push(await costOf(claims, remembered, round));
	}
	const medians = all.map(({ costs }) => median(costs));
	const bytes = await kept(async () => await filled(LARGEST));
	return [
		{
			what: `Claims: what ${LARGEST.toLocaleString('en-US')} remembered events add to the cost of a delivery`,
			...{
				value: Math.max(...medians.slice(-1)) - Math.max(...medians.slice(0, 1)),
				unit: 'µs',
				limit: { atMost: 3 },
			},
			measured: `${medians.map(figure).join(', ')} µs for a new event and its redelivery with ${REMEMBERED.map((n) => n.toLocaleString('en-US')).join(', ')} remembered`,
		},
		{
			what: 'Claims: memory per remembered event',
			value: bytes / LARGEST,
			unit: 'bytes',
			limit: { atMost: 250 },
			measured: `keys of ${keyOf(0).length} characters, once ${LARGEST.toLocaleString('en-US')} are remembered`,
		},
	];
}
