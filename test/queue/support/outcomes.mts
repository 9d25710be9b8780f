import { n8n } from '../../e2e/world/world.mts';
import type { Counted } from './counted.mts';
import { settled } from './settled.mts';
import type { Ledger } from './startLedger.mts';

/** What became of the events of a workflow, once nothing is under way any more. */
export interface Outcomes {
	events: number;
	/** The node after the trigger ran once. */
	once: number;
	/** It ran more than once. */
	twice: number;
	/** It did not run, and an execution that crashed or failed shows it. */
	crashed: number;
	/** It did not run, and nothing shows it. */
	lost: number;
	/** Executions that crashed or failed, also after that node had run. */
	cutOff: number;
}

export async function outcomesOf(
	{ id }: Counted,
	events: string[],
	{ runs }: Ledger,
): Promise<Outcomes> {
	const { executions } = await n8n();
	const broken = await settled(id);
	const shown = await Promise.all(
		broken.map(async (each) => JSON.stringify((await executions.get(each.id)).data)),
	);
	const is = (event: string, least: number, most: number) => {
		const count = runs.get(event) ?? 0;
		return count >= least && count <= most;
	};
	const missing = events.filter((event) => is(event, 0, 0));
	const crashed = missing.filter((event) => shown.some((data) => data.includes(`"${event}"`)));
	return {
		events: events.length,
		once: events.filter((event) => is(event, 1, 1)).length,
		twice: events.filter((event) => is(event, 2, Infinity)).length,
		crashed: crashed.length,
		lost: missing.length - crashed.length,
		cutOff: broken.length,
	};
}

const rows: string[][] = [];

/** Puts one line into the table that `printOutcomes` shows. */
export function report(what: string, outcomes: Outcomes): void {
	const { events, once, twice, crashed, lost, cutOff } = outcomes;
	rows.push([what, ...[events, once, twice, crashed, lost, cutOff].map(String)]);
}

/** The table of all that was reported, past jest, which would frame every line. */
export function printOutcomes(): void {
	const table = [['', 'events', 'once', 'twice', 'crashed', 'lost', 'cut off'], ...rows.splice(0)];
	const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
	const lines = table.map((row) => row.map((cell, i) => cell.padEnd(widths[i])).join('  '));
	process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
