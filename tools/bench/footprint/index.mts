import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { installPackage } from '../../n8n/installPackage.mts';
import { startN8n } from '../../n8n/n8n.mts';
import { pack } from '../../n8n/pack.mts';
import { ensureRuntime, type Runtime } from '../../n8n/runtime.mts';
import { nodes } from '../../../test/contract/harness/builtPackage.mts';
import { medians } from '../measure/pairs.mts';
import type { Part } from '../part.mts';
import { figure, type Row } from '../row.mts';

/** How n8n started. */
interface Start {
	seconds: number;
	/** Resident size in MB, once it serves. */
	memory: number;
}

const MB = 2 ** 20;

async function residentMb(pid: number): Promise<number> {
	const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
	return Number(stdout) / 1024;
}

async function startOnce(runtime: Runtime, userFolder: string): Promise<Start> {
	const from = performance.now();
	const n8n = await startN8n({ runtime, userFolder });
	const seconds = (performance.now() - from) / 1000;
	const memory = await residentMb(n8n.pid);
	await n8n.stop();
	return { seconds, memory };
}

/** What the package costs an n8n that has it and does nothing with it. */
export const footprint: Part = async ({ quick, tell }) => {
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-bench-'));
	try {
		const [runtime, tarball] = [await ensureRuntime(), await pack(folder)];
		const [without, having] = [join(folder, 'without'), join(folder, 'with')];
		await installPackage(having, tarball);
		// The first start makes the database.
		tell('first starts of n8n');
		for (const userFolder of [without, having]) await startOnce(runtime, userFolder);
		const starts: Array<[Start, Start]> = [];
		for (let i = 0; i < (quick ? 1 : 3); i++) {
			tell(`start ${i + 1}, with and without`);
			starts.push([await startOnce(runtime, having), await startOnce(runtime, without)]);
		}
		return [...startRows(starts), descriptionRow()];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

function startRows(starts: ReadonlyArray<[Start, Start]>): Row[] {
	const of = (what: keyof Start) =>
		medians(starts.map(([one, other]): [number, number] => [one[what], other[what]]));
	const [seconds, memory] = [of('seconds'), of('memory')];
	return [
		{
			what: 'Start of n8n, with the package to without',
			...{ value: seconds.ratio, unit: '×', limit: { atMost: 1.1 } },
			measured: `${figure(seconds.one)} to ${figure(seconds.other)} s until it serves`,
		},
		{
			what: 'Memory of n8n, with the package to without',
			...{ value: memory.ratio, unit: '×', limit: { atMost: 1.1 } },
			measured: `${figure(memory.one)} to ${figure(memory.other)} MB resident once it serves`,
		},
	];
}

/** What the editor loads of our nodes, beside those of n8n's own. */
function descriptionRow(): Row {
	const json = Buffer.from(JSON.stringify(nodes.map(({ description }) => description)));
	return {
		what: 'Descriptions of all nodes, gzipped',
		...{ value: gzipSync(json).length / 1024, unit: 'KB', limit: { atMost: 150 } },
		measured: `${nodes.length} nodes, ${figure(json.length / MB)} MB of JSON`,
	};
}
