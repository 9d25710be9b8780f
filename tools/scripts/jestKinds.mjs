import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './bootstrap.mjs';
import { filesUnder } from './fileHash.mjs';
import { findChromium } from './findChromium.mjs';
import { findQueuePrograms } from './findQueuePrograms.mjs';
import { runLogged } from './runLogged.mjs';

// jest leaves a core idle unless told; on two that doubles the time.
const EVERY_CORE = ['--maxWorkers=100%'];
/** A real n8n or a browser is shared by its tests, one at a time. */
const IN_TURN = ['-i'];

/**
 * Jest calls, and the kinds that share one. Stages follow one another; the lanes of a stage run beside
 * each other, since tests of a real n8n mostly wait for it.
 */
const STAGES = [
	[[{ kinds: ['unit', 'contract'], flags: EVERY_CORE }]],
	[
		[
			{ kinds: ['faults'], flags: EVERY_CORE },
			{ kinds: ['e2e'], flags: IN_TURN },
		],
		[
			{ kinds: ['oldest'], flags: IN_TURN },
			{ kinds: ['queue'], flags: IN_TURN },
			{ kinds: ['ui'], flags: IN_TURN },
		],
	],
];

/** The oldest n8n runs the tests of the newest. */
const FOLDERS = { oldest: 'e2e' };

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

/** Shows jest's own report as it comes, or, where another lane does so already, when it is whole. */
async function runJest(kinds, flags, isShown) {
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-jest-'));
	const outputFile = join(folder, 'result.json');
	const logFile = isShown ? undefined : join(folder, 'report.txt');
	const name = `${kinds.join(' and ')} tests`;
	console.log(isShown ? `\n${name}` : `\n${name}, shown when they are through`);
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	try {
		// tsx reads the .mts files of jest's global setup, which jest itself loads untransformed.
		const node = ['--import', 'tsx', '--experimental-vm-modules', '--no-warnings', jest];
		const options = ['--selectProjects', ...kinds, '--json', `--outputFile=${outputFile}`];
		const args = [...node, ...options, ...flags];
		const code = await runLogged(process.execPath, args, { cwd: root, logFile });
		if (logFile) console.log(`\n${name}\n${readFileSync(logFile, 'utf8')}`);
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

async function runLane(calls, more, isShown) {
	const results = [];
	for (const { kinds, flags } of calls)
		results.push({ kinds, ...(await runJest(kinds, [...flags, ...more], isShown)) });
	return results;
}

/**
 * Runs the tests of these kinds, each call with jest's own report.
 * @returns what each call counted; `broken` are suites (or a whole call) that could not run
 */
export async function runJestKinds(wanted, more) {
	const isWanted = (kind) => wanted.includes(kind) && hasTests(kind) && canRun(kind);
	const results = [];
	for (const stage of STAGES) {
		const lanes = stage
			.map((calls) =>
				calls
					.map(({ kinds, flags }) => ({ kinds: kinds.filter(isWanted), flags }))
					.filter(({ kinds }) => kinds.length > 0),
			)
			.filter((calls) => calls.length > 0);
		const ran = lanes.map(async (calls, lane) => await runLane(calls, more, lane === 0));
		results.push(...(await Promise.all(ran)).flat());
	}
	return results;
}
