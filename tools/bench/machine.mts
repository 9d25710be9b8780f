import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../n8n/paths.mts';

const read = <T,>(...path: string[]): T =>
	JSON.parse(readFileSync(join(root, ...path), 'utf8')) as T;

/** What the figures were measured on, in one line. */
export function machine(): string {
	const { version } = read<{ version: string }>('package.json');
	const { dependencies } = read<{ dependencies: { n8n: string } }>(
		'tools',
		'n8n',
		'versions',
		'n8n',
		'package.json',
	);
	const processors = cpus();
	const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
	return [
		`${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, ${memory}`,
		`Node ${process.versions.node}`,
		`n8n ${dependencies.n8n}, SQLite, one process`,
		`n8n-nodes-pihooks ${version}`,
		new Date().toISOString().slice(0, 10),
	].join(' · ');
}
