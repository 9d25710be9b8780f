import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { progress } from '../scripts/progress.mjs';
import { chooseNode } from './chooseNode.mts';
import { installRuntime } from './installRuntime.mts';
import { withLock } from './lock.mts';
import { cacheFolder, root } from './paths.mts';

/** An installed n8n. */
export interface Runtime {
	/** What it is installed in, a folder with `node_modules`. */
	folder: string;
	/** n8n's version. */
	version: string;
	/** n8n's own start script. */
	script: string;
	/** The Node binary that runs it. */
	node: string;
}

/** The same lock file means other binaries on another system. */
function hashOf(source: string): string {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
	return hash
		.update(readFileSync(join(source, 'package-lock.json')))
		.digest('hex')
		.slice(0, 12);
}

/**
 * The n8n that `tools/n8n/versions/<name>` pins, installed once into the cache folder (about 3.5 GB, minutes)
 * and found there afterwards.
 * @throws Error with the cause and the remedy in one line
 */
export async function ensureRuntime(name = 'n8n'): Promise<Runtime> {
	const source = join(root, 'tools', 'n8n', 'versions', name);
	const folder = join(cacheFolder(), `${name}-${hashOf(source)}`);
	mkdirSync(cacheFolder(), { recursive: true });
	const lock = `${folder}.lock`;
	const waiting = (holder: number) =>
		console.error(`Process ${holder} is installing n8n, waiting for it (its lock: ${lock})`);

	if (!existsSync(folder)) {
		await withLock(
			lock,
			async () => {
				if (existsSync(folder)) return;
				const shown = progress('Installing n8n, once, about 3.5 GB');
				try {
					await installRuntime(source, folder, (detail) => shown.update(detail));
					shown.end(`done, in ${folder}`);
				} finally {
					shown.stop();
				}
			},
			waiting,
		);
	}

	const n8n = join(folder, 'node_modules', 'n8n');
	const { version, engines } = JSON.parse(readFileSync(join(n8n, 'package.json'), 'utf8')) as {
		version: string;
		engines: { node: string };
	};
	const node = await withLock(lock, () => chooseNode(folder, engines.node), waiting);
	return { folder, version, script: join(n8n, 'bin', 'n8n'), node };
}
