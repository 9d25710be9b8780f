import { pairs, type Pair } from '../measure/pairs.mts';
import { figure, type Row } from '../row.mts';
import { SECRET, type Sender } from '../senders.mts';
import { CONNECTIONS, type Load } from './load.mts';
import { openBare, openOurs } from './openRoutes.mts';
import { answersPerSecond, runsPerSecond } from './rates.mts';
import { routeOf, type Route } from './route.mts';
import { send } from './send.mts';

/** So much of the cost of an execution is spared at least. */
const SPARED = 0.9;

/**
 * Redeliveries and forgeries: how much of what an execution costs n8n they do not cost. That cost
 * is the bare trigger's against one that answers and starts nothing.
 */
export async function refusing(load: Load, senders: readonly Sender[]): Promise<Row[]> {
	const { bare, counts, deliveries, rounds, tell } = load;
	const sender = senders.find(({ registered, name }) => !registered && name.endsWith('GitHub'));
	if (!sender) return [];
	tell('redeliveries and forgeries');
	const route = await openOurs(load, sender);
	const forger = routeOf(route, sender, `not-${SECRET}`);
	const answering = await openBare(load, 'answeringTrigger');
	const known = await route.arrivals(deliveries);
	await send(route, known, CONNECTIONS);
	await counts.reach(route.id, deliveries);

	const runs = async (to: Route) => await runsPerSecond(counts, to, deliveries, CONNECTIONS);
	const { one: accepted, other: started } = await pairs(
		rounds,
		async () => await runs(route),
		async () => await runs(bare),
	);
	const answers = async (to: Route, status: number) => {
		const arrivals = to === route ? known : await to.arrivals(deliveries);
		return await answersPerSecond(to, arrivals, CONNECTIONS, status);
	};
	const least = async () => await answers(answering, 200);
	return [
		row('Redeliveries', await pairs(rounds, async () => await answers(route, 200), least)),
		row('Forgeries', await pairs(rounds, async () => await answers(forger, 401), least)),
	];

	function row(what: string, { one, other }: Pair): Row {
		const [ours, execution] = [1 / accepted - 1 / one, 1 / started - 1 / other];
		return {
			what: `${what}: spared of an execution's cost`,
			...{ value: ours / execution, unit: '×', limit: { atLeast: SPARED } },
			measured: `${figure(one)} a second, ${figure(accepted)} when accepted; answering alone ${figure(other)}, a bare trigger ${figure(started)}`,
		};
	}
}
