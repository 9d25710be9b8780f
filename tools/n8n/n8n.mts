import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assertPortFree, freePort } from './freePort.mts';
import { installPackage } from './installPackage.mts';
import { hangsBefore } from './hangsBefore.mts';
import { type N8nProcess, spawnN8n } from './n8nProcess.mts';
import { n8nReady } from './n8nReady.mts';
import type { Place } from './n8nEnvironment.mts';
import type { Runtime } from './runtime.mts';

/** How often a start that hangs is repeated. */
const MOST_HANGS = 2;

export interface N8nOptions {
	runtime: Runtime;
	/** Which of n8n's processes, with its options; the one that does everything by default. */
	command?: string[];
	/** What n8n calls its user folder: database, settings and packages are in its `.n8n`. */
	userFolder: string;
	/** The packed package to install; without it, what the folder holds already. */
	tarball?: string;
	/** A free one by default. */
	port?: number;
	/** Over what a local n8n gets anyway. */
	env?: Record<string, string>;
	/** `<userFolder>/n8n.log` by default; begun anew. */
	logFile?: string;
	/** How long the log may stand still while the database is migrated; 60 by default. */
	hangSeconds?: number;
	/** Called when n8n ends without having been told to. */
	onDeath?: (error: Error) => void;
	/** Kills it when aborted, also while it is still starting. */
	signal?: AbortSignal;
}

export interface LocalN8n {
	/** Without a slash at the end. */
	readonly url: string;
	readonly pid: number;
	readonly logFile: string;
	readonly userFolder: string;
	readonly runtime: Runtime;
	/** What n8n has written since `startN8n`. */
	log(): string;
	/** Ends n8n and everything it started; after 20 s the hard way. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** As a crash: SIGKILL, at once. */
	kill9(): Promise<void>;
	/** Starts it again, same folder and port, stopping it first where it runs; `env` as in the options. */
	restart(env?: Record<string, string>): Promise<void>;
}

/**
 * Starts a real n8n on 127.0.0.1 and resolves when it serves.
 * @throws Error in one line: port in use, or the process died, with what its log says
 */
export async function startN8n(options: N8nOptions): Promise<LocalN8n> {
	const { runtime, userFolder, tarball, command = ['start'] } = options;
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const logFile = options.logFile ?? join(userFolder, 'n8n.log');
	mkdirSync(userFolder, { recursive: true });
	writeFileSync(logFile, '');
	let current: N8nProcess;
	let wanted = true;

	async function start(env = options.env ?? {}): Promise<void> {
		await assertPortFree(port, 'end what listens there, or choose another port.');
		const place = { userFolder, port, brokerPort: await freePort() };
		for (let again = MOST_HANGS; !(await startOnce(place, env, again > 0)); again--)
			console.error(`n8n hung in its migrations: starting it again (log: ${logFile})`);
	}

	/** @returns false where it hung and was ended */
	async function startOnce(
		place: Place,
		env: Record<string, string>,
		mayHang: boolean,
	): Promise<boolean> {
		// After a crash n8n waits 10 s before it starts, against loops of crashes.
		rmSync(join(userFolder, '.n8n', 'crash.journal'), { force: true });
		current = spawnN8n(runtime, command, place, env, logFile);
		wanted = true;
		const mine = current;
		options.signal?.addEventListener('abort', () => void mine.stop('SIGKILL'));
		const gaveUp = new AbortController();
		const ended = mine.ended.then((error) => {
			gaveUp.abort(error);
			return error;
		});
		try {
			const isReady = n8nReady(url, command[0] ?? 'start', gaveUp.signal);
			if (!mayHang) await isReady;
			else if (await hangsBefore(isReady, logFile, options.hangSeconds)) {
				wanted = false;
				await mine.stop('SIGKILL');
				return false;
			}
		} catch (error) {
			await mine.stop('SIGKILL');
			throw error;
		}
		void ended.then((error) => {
			if (wanted && mine === current) options.onDeath?.(error);
		});
		return true;
	}

	async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		wanted = false;
		await current.stop(signal);
	}

	if (tarball) await installPackage(userFolder, tarball);
	await start();
	return {
		url,
		logFile,
		userFolder,
		runtime,
		get pid() {
			return current.pid;
		},
		log: () => readFileSync(logFile, 'utf8'),
		stop,
		kill9: async () => await stop('SIGKILL'),
		async restart(env) {
			await stop();
			await start(env);
		},
	};
}
