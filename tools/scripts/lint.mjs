import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runLogged } from './runLogged.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const FOLDERS = ['credentials', 'lib', 'nodes', 'tools', 'test'];

// A file that did not change may still be judged anew, by types of others: only where nobody waits.
const CACHE = process.env.CI
	? []
	: ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'];

const fix = process.argv.includes('--fix');

/** What is looked at, by which program of which package. */
const CHECKS = [
	{
		what: "n8n's rules for published code",
		package: '@n8n/node-cli',
		program: 'n8n-node',
		args: ['lint', ...(fix ? ['--fix'] : [])],
	},
	{
		what: 'tools, tests, and what needs types',
		package: 'eslint',
		program: 'eslint',
		args: ['--config', 'eslint.tools.config.mjs', '.', ...CACHE, ...(fix ? ['--fix'] : [])],
	},
	{
		what: 'the arrows between the rooms',
		package: 'dependency-cruiser',
		program: 'depcruise',
		args: [...FOLDERS, '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
	},
	{
		what: 'the format',
		package: 'prettier',
		program: 'prettier',
		args: [fix ? '--write' : '--check', '--log-level', 'warn', '--cache', '.'],
	},
];

/** The file that a package starts its program by. */
function programOf({ package: name, program }) {
	const file = join(root, 'node_modules', name, 'package.json');
	if (!existsSync(file)) throw new Error(`${name} is not installed: run \`npm install\``);
	const { bin } = require(file);
	return join(dirname(file), typeof bin === 'string' ? bin : bin[program]);
}

/** Runs a check and gives what it said, if it found something. */
async function run(check, folder) {
	const logFile = join(folder, `${check.program}.log`);
	const args = [programOf(check), ...check.args];
	const code = await runLogged(process.execPath, args, { cwd: root, logFile });
	if (code === 0) return [];
	return [
		`\nFound by the check of ${check.what} (${check.program}):\n${readFileSync(logFile, 'utf8').trim()}`,
	];
}

const folder = mkdtempSync(join(tmpdir(), 'pihooks-lint-'));
try {
	// One after the other they would take twice as long on two cores; what writes may not meet.
	const found = [];
	if (fix) for (const check of CHECKS) found.push(...(await run(check, folder)));
	else found.push(...(await Promise.all(CHECKS.map((check) => run(check, folder)))).flat());
	for (const text of found) console.error(text);
	if (found.length > 0)
		console.error('\n`npm run lint -- --fix` repairs what a program can repair.');
	process.exitCode = found.length > 0 ? 1 : 0;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
