import { pairs } from '../measure/pairs.mts';
import { figure, type Row } from '../row.mts';
import type { Sender } from '../senders.mts';
import { sql } from '../../n8n/sql.mts';
import { CONNECTIONS, type Load } from './load.mts';
import { openOurs } from './openRoutes.mts';
import { runsPerSecond } from './rates.mts';
import type { Route } from './route.mts';
import { present } from '../../present.mts';

const LIMITS = { 100: 0.95, 2_000: 0.9, 10_000: 0.7 };

/** Fills n8n's record of a trigger, which keeps a hash of 24 characters per event. */
async function fill({ n8n }: Load, { trigger }: Route, events: number): Promise<void> {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${events})`;
	const hashes = `(${numbers} SELECT json_group_array(hex(randomblob(12))) FROM n)`;
	const value = `json_object('mode', 'entries', 'data', json(${hashes}))`;
	await sql(n8n, `UPDATE processed_data SET value = ${value} WHERE context = 'n:${trigger}'`);
}

/** What it costs that n8n reads and writes all that a trigger remembers for every record. */
export async function remembering(load: Load, senders: readonly Sender[]): Promise<Row[]> {
	const { bare, counts, deliveries, rounds, tell } = load;
	const sender = present(senders[0], 'A sender');
	const rate = async (route: Route) => await runsPerSecond(counts, route, deliveries, CONNECTIONS);
	const rows: Row[] = [];
	for (const [text, atLeast] of Object.entries(LIMITS)) {
		const remember = Number(text);
		tell(`remember ${text}`);
		const parameters = { ...sender.parameters, options: { remember } };
		const route = await openOurs(load, sender, { parameters });
		await rate(route);
		await fill(load, route, remember);
		const { one, other, ratio } = await pairs(
			rounds,
			async () => await rate(route),
			async () => await rate(bare),
		);
		rows.push({
			what: `Deliveries a second, ${sender.name} that remembers ${remember.toLocaleString('en-US')}: to a bare trigger`,
			...{ value: ratio, unit: '×', limit: { atLeast } },
			measured: `${figure(one)} to ${figure(other)} a second, ${CONNECTIONS} connections`,
		});
	}
	return rows;
}
