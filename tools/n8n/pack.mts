import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm } from '../scripts/npm.mjs';
import { root } from './paths.mts';

/**
 * Packs the built checkout into `folder` as it would be published.
 * @returns the tarball's path
 */
export async function pack(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	await npm(['pack', '--ignore-scripts', '--pack-destination', folder], {
		cwd: root,
		logFile: join(folder, 'pack.log'),
		what: 'Packing the nodes',
	});
	const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	return join(folder, `${name}-${version}.tgz`);
}
