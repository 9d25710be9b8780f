import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { n8nEnvironment, type Place } from './n8nEnvironment.mts';
import { relevantLine } from './relevantLine.mts';
import type { Runtime } from './runtime.mts';

const STOP_SECONDS = 20;
const wrapper = fileURLToPath(new URL('runN8n.mjs', import.meta.url));

export interface N8nProcess {
	pid: number;
	/** Resolves, when the process is gone, with why it went. */
	ended: Promise<Error>;
	/** Ends it and everything it started; after 20 s the hard way. SIGKILL is a crash. */
	stop(signal: NodeJS.Signals): Promise<void>;
}

/** Sends the signal to the process and all its children: it leads its own group. */
function killGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/** Starts the process, its output going to the end of `logFile`; it serves some seconds later. */
export function spawnN8n(
	runtime: Runtime,
	command: string[],
	place: Place,
	env: Record<string, string>,
	logFile: string,
): N8nProcess {
	const log = openSync(logFile, 'a');
	const offset = statSync(logFile).size;
	const child = spawn(runtime.node, [wrapper, runtime.script, ...command], {
		cwd: place.userFolder,
		detached: true,
		env: { ...n8nEnvironment(runtime, place), ...env },
		stdio: ['pipe', log, log],
	});
	closeSync(log);
	const { pid } = child;
	if (pid === undefined) throw new Error(`n8n could not be started with ${runtime.node}`);

	const ended = new Promise<Error>((resolve) => {
		child.once('exit', (code, signal) => {
			killGroup(pid, 'SIGKILL');
			const why = relevantLine(readFileSync(logFile).subarray(offset).toString('utf8'));
			resolve(new Error(`n8n ended (${signal ?? `exit code ${code}`}): ${why} (log: ${logFile})`));
		});
	});
	return {
		pid,
		ended,
		async stop(signal) {
			if (child.exitCode !== null || child.signalCode !== null) return;
			if (signal === 'SIGKILL') killGroup(pid, signal);
			else child.kill(signal);
			const hardWay = setTimeout(() => killGroup(pid, 'SIGKILL'), STOP_SECONDS * 1000);
			await ended;
			clearTimeout(hardWay);
		},
	};
}
