import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { Counts } from '../n8n/counts.mts';
import type { Opened, Published } from '../n8n/openN8n.mts';

/** One execution that waited. */
export interface Run {
	/** ms from the end of the last task to the next node. */
	wake: number;
	/** To the provider, creating included. */
	requests: number;
}

const SECONDS = 300;
/** n8n takes some 40 callbacks a second at most. */
const APART_MS = 60;
/** The tasks end while the execution waits, not while it still creates some. */
const CREATING_MS_EACH = 25;
const SHORTEST_MS = 1_500;
/** So that a task ends at any moment between two polls. */
const SPREAD_MS = 3_000;
/** Asking n8n how far it is would hold it up while it wakes. */
const QUIET_MS = 700;

/** Whether the tasks end at the same moment or, as jobs do, one after the other. */
export type Ending = 'at once' | 'one by one';

/** Runs the workflow with so many tasks. */
export async function runOf(
	{ sandbox: { piapi }, counts }: Opened & { counts: Counts },
	{ id, url }: Published,
	tasks: number,
	ending: Ending,
): Promise<Run> {
	piapi.reset();
	const durationMs = SHORTEST_MS + tasks * CREATING_MS_EACH + Math.random() * SPREAD_MS;
	piapi.behave(ending === 'at once' ? { durationMs } : { hold: true });
	const before = (await counts.of(id)).count;
	const headers = { 'content-type': 'application/json' };
	const { body } = await request(url, {
		...{ method: 'POST', headers },
		body: JSON.stringify({ items: tasks }),
	});
	await body.dump();
	await sleep(durationMs);
	if (ending === 'one by one')
		for (const task of piapi.tasks()) {
			await sleep(APART_MS);
			piapi.finish({ id: task.id });
		}
	await sleep(QUIET_MS);
	const at = await counts.reach(id, before + 1, SECONDS);
	const ends = piapi.tasks().map(({ endedAt }) => endedAt ?? Number.NaN);
	if (ends.length !== tasks) throw new Error(`${ends.length} of ${tasks} tasks were created`);
	return { wake: at - Math.max(...ends), requests: piapi.countRequests({ path: '/api/' }) };
}
