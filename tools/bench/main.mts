import { progress } from '../scripts/progress.mjs';
import { delivery } from './delivery/index.mts';
import { footprint } from './footprint/index.mts';
import { machine } from './machine.mts';
import type { Part } from './part.mts';
import { aroundTable, writeFigures } from './figuresPage.mts';
import { holds, type Row } from './row.mts';
import { signatures } from './signatures/index.mts';
import { table } from './table.mts';
import { throughput } from './throughput/index.mts';
import { waiting } from './waiting/index.mts';
import { present } from '../present.mts';

const PARTS: Record<string, Part> = { signatures, delivery, throughput, waiting, footprint };
const FLAGS = ['--quick', '--write'];

function readArguments(args: string[]) {
	const names = args.filter((arg) => !arg.startsWith('-'));
	const unknown =
		names.find((name) => !(name in PARTS)) ??
		args.find((arg) => arg.startsWith('-') && !FLAGS.includes(arg));
	if (unknown)
		throw new Error(
			`"${unknown}" is neither a part (${Object.keys(PARTS).join(', ')}) nor a flag (${FLAGS.join(', ')})`,
		);
	const [quick = false, write = false] = FLAGS.map((flag) => args.includes(flag));
	if (write && (quick || names.length > 0))
		throw new Error('docs/figures.md carries whole runs: leave out --quick and the names of parts');
	return { names: names.length > 0 ? names : Object.keys(PARTS), quick, write };
}

/**
 * Measures the parts that are asked for and shows one table.
 * @returns the exit code: 0 when every limit held
 */
export async function main(args: string[]): Promise<number> {
	const { names, quick, write } = readArguments(args);
	// Not after a quarter of an hour.
	if (write) aroundTable();
	const rows: Row[] = [];
	const broken: string[] = [];
	for (const name of names) {
		const shown = progress(name);
		try {
			const part = present(PARTS[name], `The part ${name}`);
			rows.push(...(await part({ quick, tell: (what) => shown.update(what) })));
			shown.end('done');
		} catch (error) {
			// What the other parts measure is of use all the same.
			broken.push(name);
			shown.end(`broken off: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	const text = table(machine(), rows);
	const missed = rows.filter((row) => !holds(row)).length;
	console.log(`\n${text}\n\n${rows.length - missed} of ${rows.length} limits held`);
	if (broken.length > 0) console.log(`Not measured: ${broken.join(', ')}`);
	else if (write) writeFigures(text);
	return missed + broken.length > 0 ? 1 : 0;
}
