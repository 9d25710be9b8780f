import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { fileHash, filesUnder } from './fileHash.mjs';
import { npm } from './npm.mjs';
import { progress } from './progress.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const LEAST_NODE = [20, 18, 1];
const PUBLISHED = [
	'credentials',
	'nodes',
	'lib',
	'icons',
	'package.json',
	'tsconfig.json',
	'gulpfile.js',
];

const at = (...path) => join(root, ...path);
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
/** What was installed and built, remembered beside what was installed. */
const stamp = (name) => at('node_modules', '.pihooks', name);

function remember(name, hash) {
	mkdirSync(stamp('.'), { recursive: true });
	writeFileSync(stamp(name), hash);
}

/** @throws Error when this Node is older than our tools' */
function checkNode() {
	const [major, minor, patch] = process.versions.node.split('.').map(Number);
	const [a, b, c] = LEAST_NODE;
	const enough = major !== a ? major > a : minor !== b ? minor > b : patch >= c;
	if (enough) return;
	throw new Error(
		`Node ${LEAST_NODE.join('.')} or later is needed and this is ${process.versions.node}: install a newer one (nodejs.org) and start again.`,
	);
}

async function installDependencies() {
	const hash = fileHash([at('package-lock.json')]);
	if (read(stamp('installed')) === hash) return;
	// npm writes this file at the end of an install, so one as new as the lock means that somebody
	// has installed by hand.
	const byHand = modified(at('node_modules', '.package-lock.json')) + 5_000;
	if (byHand < modified(at('package-lock.json'))) {
		const shown = progress('Installing the tools of this package');
		const logFile = join(tmpdir(), `pihooks-install-${process.pid}.log`);
		try {
			await npm(['ci', '--no-audit', '--no-fund'], {
				cwd: root,
				logFile,
				what: 'Installing the tools',
			});
			rmSync(logFile, { force: true });
			shown.end('done');
		} finally {
			shown.stop();
		}
	}
	remember('installed', hash);
}

async function build() {
	const hash = fileHash(filesUnder(...PUBLISHED.map((name) => at(name))));
	const newest = Math.max(0, ...filesUnder(at('dist')).map(modified));
	if (newest > 0 && read(stamp('built')) === hash && newest <= modified(stamp('built'))) return;
	console.error('Building the nodes');
	// tsc leaves behind what it made of files that are gone, and the package would carry it.
	rmSync(at('dist'), { recursive: true, force: true });
	const logFile = join(tmpdir(), `pihooks-build-${process.pid}.log`);
	try {
		await npm(['run', '--silent', 'build'], { cwd: root, logFile, what: 'Building the nodes' });
	} catch (error) {
		console.error(read(logFile));
		throw error;
	}
	rmSync(logFile, { force: true });
	remember('built', hash);
}

/**
 * Makes a fresh clone ready: Node new enough, tools installed, nodes built. Does nothing that is
 * done already.
 * @throws Error with the cause and the remedy in one line
 */
export async function bootstrap() {
	checkNode();
	await installDependencies();
	await build();
}
