import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from '../../n8n/installPackage.mts';
import { root } from '../../n8n/paths.mts';

const NODES = join(root, 'tools', 'bench', 'nodes');
/** What it is called in n8n's list of nodes. */
export const BENCH = 'n8n-nodes-bench';
export const UNGROUPED = 'n8n-nodes-pihooks-ungrouped';

const QUEUE = { grouped: 'queue.splice(0)', ungrouped: 'queue.splice(0, 1)' };

const folderOf = (userFolder: string, name: string) =>
	join(userFolder, '.n8n', 'nodes', 'node_modules', name);

/** The nodes of `tools/bench/nodes`, as a package of their own. */
export function installBenchNodes(userFolder: string): void {
	const folder = folderOf(userFolder, BENCH);
	cpSync(NODES, folder, { recursive: true });
	const nodes = readdirSync(folder).filter((file) => file.endsWith('.node.mjs'));
	const manifest = { name: BENCH, version: '0.0.0', n8n: { nodes, credentials: [] } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

/**
 * Our own package, changed in one place under another name: every event is settled by a call of its
 * own, where otherwise those that wait for their turn ride together.
 * @throws Error where `settle` looks otherwise than it did
 */
export async function installUngrouped(userFolder: string, tarball: string): Promise<void> {
	const elsewhere = join(userFolder, 'ungrouped');
	mkdirSync(elsewhere, { recursive: true });
	await installPackage(elsewhere, tarball);
	const folder = folderOf(elsewhere, 'n8n-nodes-pihooks');
	const settle = join(folder, 'dist', 'lib', 'delivery', 'settle.js');
	const source = readFileSync(settle, 'utf8');
	if (!source.includes(QUEUE.grouped))
		throw new Error('settle() has changed: adapt installNodes.mts');
	writeFileSync(settle, source.replace(QUEUE.grouped, QUEUE.ungrouped));
	const file = join(folder, 'package.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
	writeFileSync(file, JSON.stringify({ ...manifest, name: UNGROUPED }));
	renameSync(folder, folderOf(userFolder, UNGROUPED));
}
