import { pairs, type Pair } from '../measure/pairs.mts';
import { figure, type Row } from '../row.mts';
import type { Sender } from '../senders.mts';
import { CONNECTIONS, type Load } from './load.mts';
import { openOurs, openPeers } from './openRoutes.mts';
import { runsPerSecond } from './rates.mts';
import type { Route } from './route.mts';

/** Our triggers that stand beside one of n8n's own. */
const BESIDE = ['Stripe', 'GitHub'];

/** Every trigger, ours and n8n's, in turn with the bare one; and ours to n8n's of the same sender. */
export async function againstBare(load: Load, senders: readonly Sender[]): Promise<Row[]> {
	const ours: Route[] = [];
	for (const sender of senders) ours.push(await openOurs(load, sender));
	const peers = await openPeers(load);
	const rate = async (route: Route) =>
		await runsPerSecond(load.counts, route, load.deliveries, CONNECTIONS);
	const compare = async (one: Route, other: Route) => {
		load.tell(`${one.name}, ${load.deliveries} deliveries at a time`);
		await rate(one);
		return await pairs(
			load.rounds,
			async () => await rate(one),
			async () => await rate(other),
		);
	};

	const rows: Row[] = [];
	for (const route of ours)
		rows.push(row(`${route.name}: to a bare trigger`, await compare(route, load.bare), 0.95));
	for (const [i, peer] of peers.entries()) {
		// What they do not do (redeliveries, replays, answers) is not asked of them here.
		rows.push(row(`${peer.name}: to a bare trigger`, await compare(peer, load.bare), 0));
		const own = ours.find(({ name }) => name.endsWith(BESIDE[i] ?? peer.name));
		if (own) rows.push(row(`${own.name}: to ${peer.name}`, await compare(own, peer), 0.95));
	}
	return rows;
}

function row(what: string, { one, other, ratio }: Pair, atLeast: number): Row {
	return {
		what: `Deliveries a second, ${what}`,
		value: ratio,
		unit: '×',
		limit: { atLeast },
		measured: `${figure(one)} to ${figure(other)} a second, ${CONNECTIONS} connections`,
	};
}
