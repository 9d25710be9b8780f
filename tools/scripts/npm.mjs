import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { explainNpm } from './explainNpm.mjs';
import { runLogged } from './runLogged.mjs';

/** `npm` itself where it started us: found on every platform and of the user's version. */
function npmCommand() {
	const script = process.env.npm_execpath ?? '';
	if (basename(script) === 'npm-cli.js') return { command: process.execPath, first: [script] };
	return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/** The user's environment without what an outer `npm run` put there about *this* package. */
function cleanEnvironment() {
	const ours =
		/^npm_(package|lifecycle)_|^npm_config_(ignore_scripts|local_prefix|prefix|global)$|^(npm_command|INIT_CWD)$/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/**
 * Runs `npm <args>`, shown or into `logFile`.
 * @throws Error with `what`, the cause and the remedy in one line
 */
export async function npm(args, { cwd, logFile, what }) {
	const { command, first, shell } = npmCommand();
	const code = await runLogged(command, [...first, ...args], {
		cwd,
		logFile,
		shell,
		env: cleanEnvironment(),
	});
	if (code === 0) return;
	const why = logFile
		? `${explainNpm(readFileSync(logFile, 'utf8'))} (log: ${logFile})`
		: `npm exit code ${code}`;
	throw new Error(`${what} failed: ${why}`);
}
