import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const STRIPPED = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

interface Manifest {
	name: string;
	version: string;
	[field: string]: unknown;
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function writeManifest(folder: string, manifest: object): void {
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
}

/**
 * Leaves the packed package on disk as n8n's installer of community packages does
 * (docs/reference/n8n.md 6), so that its node types carry its name: `n8n-nodes-pihooks.piapi`.
 */
export async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, 'unpacked');
	rmSync(nodes, { recursive: true, force: true });
	mkdirSync(unpacked, { recursive: true });
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);

	const manifest = readManifest(unpacked);
	for (const field of STRIPPED) delete manifest[field];
	writeManifest(unpacked, manifest);
	const folder = join(nodes, 'node_modules', manifest.name);
	mkdirSync(join(folder, '..'), { recursive: true });
	renameSync(unpacked, folder);
	writeManifest(nodes, {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	});
}
