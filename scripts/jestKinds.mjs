import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './bootstrap.mjs';
import { filesUnder } from './fileHash.mjs';
import { findChromium } from './findChromium.mjs';
import { findQueuePrograms } from './findQueuePrograms.mjs';
import { runLogged } from './runLogged.mjs';

/** Kinds that share one jest call; a real n8n or a browser is shared by its tests, one at a time. */
const CALLS = [
	// jest leaves a core idle unless told; on two that doubles the time.
	{ kinds: ['unit', 'contract'], flags: ['--maxWorkers=100%'] },
	{ kinds: ['faults'], flags: ['--maxWorkers=100%'] },
	{ kinds: ['e2e'], flags: ['-i'] },
	{ kinds: ['oldest'], flags: ['-i'] },
	{ kinds: ['queue'], flags: ['-i'] },
	{ kinds: ['ui'], flags: ['-i'] },
];

/** Folders of kinds that are not called like theirs; the oldest n8n runs the tests of the newest. */
const FOLDERS = { faults: 'contract/faults', oldest: 'e2e', queue: 'e2e/queue' };

const hasTests = (kind) =>
	filesUnder(join(root, 'test', FOLDERS[kind] ?? kind)).some((file) => file.endsWith('.test.mts'));

/** Why tests of a kind cannot run on this machine, if they cannot. */
const LACKS = {
	ui: () =>
		!findChromium() &&
		'no Chromium was found (Debian: `apt install chromium`, or set CHROMIUM to its path)',
	queue: () => {
		const missing = findQueuePrograms().missing.join(' ');
		return missing && `not all of their programs were found (Debian: \`apt install ${missing}\`)`;
	},
};

/** A machine without such a program runs the other tests; where nobody reads along, that would go unnoticed. */
function canRun(kind) {
	const why = !process.env.CI && LACKS[kind]?.();
	if (why) console.log(`\nThe ${kind} tests are left out: ${why}.`);
	return !why;
}

async function runJest(kinds, flags) {
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-jest-'));
	const outputFile = join(folder, 'result.json');
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	try {
		// tsx reads the .mts files of jest's global setup, which jest itself loads untransformed.
		const node = ['--import', 'tsx', '--experimental-vm-modules', '--no-warnings', jest];
		const options = ['--selectProjects', ...kinds, '--json', `--outputFile=${outputFile}`];
		const code = await runLogged(process.execPath, [...node, ...options, ...flags], { cwd: root });
		const result = JSON.parse(readFileSync(outputFile, 'utf8'));
		return {
			...result,
			broken: result.numRuntimeErrorTestSuites || (code && !result.numFailedTests),
		};
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
		return { broken: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Runs the tests of these kinds, each call showing jest's own report.
 * @returns what each call counted; `broken` are suites (or a whole call) that could not run
 */
export async function runJestKinds(wanted, more) {
	const results = [];
	for (const call of CALLS) {
		const kinds = call.kinds.filter(
			(kind) => wanted.includes(kind) && hasTests(kind) && canRun(kind),
		);
		if (kinds.length === 0) continue;
		console.log(`\n${kinds.join(' and ')} tests`);
		results.push({ kinds, ...(await runJest(kinds, [...call.flags, ...more])) });
	}
	return results;
}
