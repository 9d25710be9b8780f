import { setTimeout as sleep } from 'node:timers/promises';
import type { Counts } from '../n8n/counts.mts';
import type { Arrival, Route } from './route.mts';
import { send } from './send.mts';

/** n8n writes the last executions to its database after their last node. */
const SETTLE_MS = 300;

/** Executions a second, from the first delivery to the end of the last execution. */
export async function runsPerSecond(
	counts: Counts,
	route: Route,
	deliveries: number,
	connections: number,
): Promise<number> {
	const arrivals = await route.arrivals(deliveries);
	const before = (await counts.of(route.id)).count;
	const start = Date.now();
	await send(route, arrivals, connections);
	const end = await counts.reach(route.id, before + deliveries);
	await sleep(SETTLE_MS);
	return (deliveries * 1000) / (end - start);
}

/** Answers a second to deliveries that start nothing. */
export async function answersPerSecond(
	route: Route,
	arrivals: readonly Arrival[],
	connections: number,
	expected: number,
): Promise<number> {
	const start = Date.now();
	await send(route, arrivals, connections, expected);
	return (arrivals.length * 1000) / (Date.now() - start);
}
