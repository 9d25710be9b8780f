import { median } from '../measure/median.mts';
import { openCounts } from '../n8n/counts.mts';
import { openN8n } from '../n8n/openN8n.mts';
import type { Part } from '../part.mts';
import { figure, type Row } from '../row.mts';
import { openWaits } from './openWaits.mts';
import { runOf, type Ending, type Run } from './runOf.mts';

/** Requests of one task: created, read at its callback, read again at the end. */
const MOST_REQUESTS = 3;
const POLL_SECONDS = 3;
const WAKE_MS = 150;
/** More simultaneous callbacks than n8n's SQLite bears: it answers 503 for minutes after them. */
const TOO_MANY_AT_ONCE = 1_000;
/** Executions with one task each, for a median. */
const SINGLE = { quick: 3, whole: 9 };
const SIZES = { quick: [1, 10], whole: [1, 10, 100, 1_000] };

/** How soon an execution goes on when its tasks are done, and what is asked of the provider for it. */
export const waiting: Part = async ({ quick, tell }) => {
	tell('starting n8n');
	const opened = await openN8n({ providers: ['piapi', 'pi', 'pipai', 'pipevest', 'livekit'] });
	try {
		const counts = await openCounts(opened);
		const [parked, polling] = await openWaits(opened, POLL_SECONDS);
		const rows: Row[] = [];
		for (const tasks of quick ? SIZES.quick : SIZES.whole) {
			for (const ending of endingsOf(tasks)) {
				const times = tasks > 1 ? 1 : quick ? SINGLE.quick : SINGLE.whole;
				const measured = { parked: [] as Run[], polling: [] as Run[] };
				for (let i = 0; i < times; i++) {
					tell(`${tasks} tasks, ending ${ending}, ${i + 1} of ${times}`);
					measured.parked.push(await runOf({ ...opened, counts }, parked, tasks, ending));
					measured.polling.push(await runOf({ ...opened, counts }, polling, tasks, ending));
				}
				rows.push(...rowsOf(tasks, ending, measured));
			}
		}
		return rows;
	} finally {
		await opened.close();
	}
};

function endingsOf(tasks: number): Ending[] {
	if (tasks === 1) return ['at once'];
	return tasks < TOO_MANY_AT_ONCE ? ['one by one', 'at once'] : ['one by one'];
}

function rowsOf(
	tasks: number,
	ending: Ending,
	{ parked, polling }: Record<'parked' | 'polling', Run[]>,
): Row[] {
	const middle = (runs: readonly Run[], what: keyof Run) => median(runs.map((run) => run[what]));
	const label =
		tasks === 1 ? 'one task' : `${tasks.toLocaleString('en-US')} tasks ending ${ending}`;
	const middles = (runs: readonly Run[]) => ({
		requests: middle(runs, 'requests'),
		wake: middle(runs, 'wake'),
	});
	const [ours, theirs] = [middles(parked), middles(polling)];
	return [
		{
			what: `Wait, ${label}: requests to the provider for each task`,
			...{ value: ours.requests / tasks, unit: 'requests', limit: { atMost: MOST_REQUESTS } },
			measured: `${figure(ours.requests)} in all; polling every ${POLL_SECONDS} s ${figure(theirs.requests)}`,
		},
		{
			what: `Wait, ${label}: from the last completed to the next node`,
			...{ value: ours.wake, unit: 'ms', limit: { atMost: wakeLimit(tasks, ending) } },
			measured: `polling every ${POLL_SECONDS} s ${figure(theirs.wake)} ms; ${tasks === 1 ? `median of ${parked.length}` : 'once'}`,
		},
	];
}

/** n8n itself takes some 25 ms for each callback, and treats all that are there at the same time. */
const wakeLimit = (tasks: number, ending: Ending) =>
	WAKE_MS + (ending === 'at once' ? (tasks - 1) * 40 : 0);
