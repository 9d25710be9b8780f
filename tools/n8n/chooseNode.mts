import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { npm } from '../scripts/npm.mjs';

/** The binaries n8n cannot do without; the second is built for a few Node versions only. */
const BINARIES = ['sqlite3', 'isolated-vm'];

/** Whether this Node is in the range `engines` (`>=24.0.0`, `>=20.19 <= 24.x`), by its major. */
function isInRange(version: string, engines: string): boolean {
	const major = Number(version.split('.')[0]);
	const least = Number(/>=?\s*(\d+)/.exec(engines)?.[1] ?? 0);
	const most = Number(/<=?\s*(\d+)/.exec(engines)?.[1] ?? Infinity);
	return major >= least && major <= most;
}

async function canLoad(node: string, folder: string): Promise<boolean> {
	const present = BINARIES.filter((name) => existsSync(join(folder, 'node_modules', name)));
	const script = present.map((name) => `require(${JSON.stringify(name)})`).join(';');
	try {
		await promisify(execFile)(node, ['-e', script], { cwd: folder });
		return true;
	} catch {
		return false;
	}
}

/**
 * The Node that runs the n8n in `folder`: ours where n8n accepts it and its binaries load in it,
 * else the one that npm carries, fetched once.
 * @throws Error with the cause and the remedy in one line
 */
export async function chooseNode(folder: string, engines: string): Promise<string> {
	if (isInRange(process.versions.node, engines) && (await canLoad(process.execPath, folder))) {
		return process.execPath;
	}
	const windows = process.platform === 'win32';
	const carried = join(folder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
	if (!existsSync(carried)) {
		console.error(
			`n8n needs Node ${engines} and this is ${process.versions.node}: fetching one from npm`,
		);
		const logFile = join(folder, 'node.log');
		await npm(['rebuild', 'node', '--ignore-scripts=false'], {
			cwd: folder,
			logFile,
			what: 'Fetching the Node that n8n needs',
		});
	}
	return carried;
}
