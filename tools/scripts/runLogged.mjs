import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command with its output in `logFile` (or shown, without one) and resolves with its exit
 * code. Signals that reach us meanwhile are passed on, so that nothing is left running.
 */
export async function runLogged(command, args, { cwd, env, logFile, shell = false } = {}) {
	const log = logFile ? openSync(logFile, 'a') : undefined;
	const child = spawn(command, args, {
		cwd,
		env,
		shell,
		stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
	});
	const pass = (signal) => child.kill(signal);
	for (const signal of SIGNALS) process.on(signal, pass);
	try {
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', (code, signal) => {
				if (signal) reject(new Error(`Interrupted (${signal}).`));
				else resolve(code);
			});
		});
	} finally {
		for (const signal of SIGNALS) process.off(signal, pass);
		if (log !== undefined) closeSync(log);
	}
}
