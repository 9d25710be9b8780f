import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

import { waitUntil } from '../client/waitUntil.mts';
import { relevantLine } from '../relevantLine.mts';

export interface ProgramOptions {
	/** The path of util-linux' setpriv. */
	setpriv: string;
	command: string[];
	/** Whom it runs as; ourselves by default. */
	user?: string;
	env?: Record<string, string>;
	cwd: string;
	logFile: string;
	isReady: () => Promise<boolean>;
}

/** A program of the system that was started by us and ends with us. */
export interface Program {
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Stops it where it runs, by this signal, and starts it again. */
	restart(signal?: NodeJS.Signals): Promise<void>;
	log(): string;
}

/** What has setpriv run a command as this user, and end it with us, however we end. */
export function withPrivileges(setpriv: string, user: string | undefined): [string, ...string[]] {
	const as = user ? [`--reuid=${user}`, `--regid=${user}`, '--clear-groups'] : [];
	return [setpriv, '--pdeathsig=SIGKILL', ...as, '--'];
}

/**
 * Starts a program and resolves when it is ready.
 * @throws Error in one line when it ends instead, with what its log says
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
	const { command, cwd, logFile, setpriv, user, isReady } = options;
	const log = () => readFileSync(logFile, 'utf8');
	let child: ReturnType<typeof spawn>;
	const isGone = () => child.exitCode !== null || child.signalCode !== null;

	async function start(): Promise<void> {
		const output = openSync(logFile, 'a');
		const [program, ...args] = [...withPrivileges(setpriv, user), ...command];
		child = spawn(program, args, {
			cwd,
			env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...options.env },
			stdio: ['ignore', output, output],
		});
		closeSync(output);
		try {
			await waitUntil(`${command[0]} to be ready`, async () => {
				if (isGone()) throw new Error(`${command[0]} ended: ${relevantLine(log())}`);
				return await isReady();
			});
		} catch (error) {
			await stop('SIGKILL');
			throw error;
		}
	}

	async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		if (isGone()) return;
		const ended = once(child, 'exit');
		child.kill(signal);
		await ended;
	}

	await start();
	return {
		log,
		stop,
		async restart(signal) {
			await stop(signal);
			await start();
		},
	};
}
