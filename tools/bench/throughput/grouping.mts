import { pairs } from '../measure/pairs.mts';
import { UNGROUPED } from '../n8n/installNodes.mts';
import { figure, type Row } from '../row.mts';
import type { Sender } from '../senders.mts';
import type { Load } from './load.mts';
import { openOurs } from './openRoutes.mts';
import { runsPerSecond } from './rates.mts';
import type { Route } from './route.mts';
import { present } from '../../present.mts';

const CONNECTIONS = [8, 32];

/** Events that are settled together, against one call of n8n's helper for each. */
export async function grouping(load: Load, senders: readonly Sender[]): Promise<Row[]> {
	const { counts, deliveries, rounds, tell } = load;
	// One without a registration: a provider takes a URL once.
	const sender = present(
		senders.find(({ registered }) => !registered),
		'A sender without a registration',
	);
	const grouped = await openOurs(load, sender);
	const alone = await openOurs(load, sender, { type: `${UNGROUPED}.${sender.type}` });
	const rows: Row[] = [];
	for (const connections of CONNECTIONS) {
		tell(`settle, ${connections} connections`);
		const rate = async (route: Route) =>
			await runsPerSecond(counts, route, deliveries, connections);
		await rate(alone);
		const { one, other, ratio } = await pairs(
			rounds,
			async () => await rate(grouped),
			async () => await rate(alone),
		);
		rows.push({
			what: `Deliveries a second, ${sender.name}: settled together to one by one, ${connections} connections`,
			...{ value: ratio, unit: '×', limit: { atLeast: 1 } },
			measured: `${figure(one)} to ${figure(other)} a second`,
		});
	}
	return rows;
}
