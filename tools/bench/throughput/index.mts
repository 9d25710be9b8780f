import { openCounts } from '../n8n/counts.mts';
import { openN8n } from '../n8n/openN8n.mts';
import type { Part } from '../part.mts';
import { sendersOf } from '../senders.mts';
import { againstBare } from './againstBare.mts';
import { grouping } from './grouping.mts';
import { CONNECTIONS, type Load } from './load.mts';
import { openBare } from './openRoutes.mts';
import { runsPerSecond } from './rates.mts';
import { refusing } from './refusing.mts';
import { remembering } from './remembering.mts';

/** What one measurement takes. */
const SECONDS = 1.5;
const WARM_UP = 50;

/** Deliveries a second through a real n8n. */
export const throughput: Part = async (bench) => {
	bench.tell('starting n8n');
	const opened = await openN8n();
	try {
		const [counts, bare] = [await openCounts(opened), await openBare(opened)];
		await runsPerSecond(counts, bare, WARM_UP, CONNECTIONS);
		const rate = await runsPerSecond(counts, bare, WARM_UP, CONNECTIONS);
		const deliveries = bench.quick ? 30 : Math.min(Math.max(Math.round(rate * SECONDS), 50), 1_000);
		const load: Load = {
			...bench,
			...opened,
			counts,
			bare,
			deliveries,
			rounds: bench.quick ? 2 : 5,
		};
		const senders = sendersOf(opened.sandbox);
		return [
			...(await againstBare(load, senders)),
			...(await remembering(load, senders)),
			...(await grouping(load, senders)),
			...(await refusing(load, senders)),
		];
	} finally {
		await opened.close();
	}
};
