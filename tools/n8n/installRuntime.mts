import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statfsSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { npm } from '../scripts/npm.mjs';

const NEEDED_BYTES = 4.5e9;
const COUNT_INTERVAL = 2_000;

function checkDisk(folder: string): void {
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize > NEEDED_BYTES) return;
	throw new Error(
		`Installing n8n needs about 4.5 GB and ${folder} has ${((bavail * bsize) / 1e9).toFixed(1)} GB: ` +
			'free some, or set PIHOOKS_CACHE to a folder on another disk.',
	);
}

/** Tells every 2 s how many of the lock file's packages have arrived. */
function countPackages(folder: string, tell: (detail: string) => void): () => void {
	const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { optional?: boolean }>;
	};
	const files = Object.entries(lock.packages)
		.filter(([path, { optional }]) => path && !optional)
		.map(([path]) => join(folder, path, 'package.json'));
	const timer = setInterval(() => {
		const arrived = files.filter((file) => existsSync(file)).length;
		tell(`${arrived} of ${files.length} packages`);
	}, COUNT_INTERVAL);
	return () => clearInterval(timer);
}

async function download(source: string, partial: string, tell: (detail: string) => void) {
	const whole = join(partial, '.downloaded');
	// Kept when only what came after it failed, so that a retry need not download 3 GB again.
	if (existsSync(whole)) return;
	rmSync(partial, { recursive: true, force: true });
	mkdirSync(partial, { recursive: true });
	checkDisk(partial);
	for (const file of ['package.json', 'package-lock.json']) {
		copyFileSync(join(source, file), join(partial, file));
	}
	const stopCounting = countPackages(partial, tell);
	try {
		// Some drivers that n8n carries and we never load do not build everywhere.
		await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: partial,
			logFile: `${partial}.log`,
			what: 'Downloading n8n',
		});
	} finally {
		stopCounting();
	}
	writeFileSync(whole, '');
}

/**
 * Installs the n8n of `source` into `folder`, which exists only once the install is whole.
 * @throws Error with the cause and the remedy in one line; npm's log is kept beside the folder
 */
export async function installRuntime(
	source: string,
	folder: string,
	tell: (detail: string) => void,
): Promise<void> {
	const partial = `${folder}.partial`;
	mkdirSync(dirname(folder), { recursive: true });
	rmSync(`${partial}.log`, { force: true });
	tell('downloading');
	await download(source, partial, tell);
	tell('compiling SQLite');
	await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: partial,
		logFile: `${partial}.log`,
		what: 'Installing SQLite for n8n',
	});
	renameSync(partial, folder);
	rmSync(`${partial}.log`, { force: true });
}
