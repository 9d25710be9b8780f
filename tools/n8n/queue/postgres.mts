import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { QueuePrograms } from '../../scripts/findQueuePrograms.mjs';
import { type Program, startProgram, withPrivileges } from './program.mts';

const NAME = 'n8n';
/** PostgreSQL refuses to run as root; Debian's package brings this user. */
const USER = 'postgres';

const run = promisify(execFile);

async function giveTo(user: string, folder: string): Promise<void> {
	const idOf = async (flag: string) => Number((await run('id', [flag, user])).stdout);
	chownSync(folder, await idOf('-u'), await idOf('-g'));
}

/** Starts a PostgreSQL of its own on this port, with the empty database `n8n`; its data go with it. */
export async function startPostgres(programs: QueuePrograms, port: number): Promise<Program> {
	const { setpriv, postgres } = programs;
	const user = process.getuid?.() === 0 ? USER : undefined;
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-postgres-'));
	if (user) await giveTo(user, folder);
	const data = join(folder, 'data');
	const programsFolder = dirname(realpathSync(postgres));
	const use = async (name: string, ...args: string[]) => {
		const [program, ...before] = withPrivileges(setpriv, user);
		await run(program, [...before, join(programsFolder, name), ...args], { cwd: folder });
	};
	const where = ['-h', '127.0.0.1', '-p', String(port), '-U', NAME];
	await use('initdb', '-D', data, '-U', NAME, '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N');
	const settings = [
		...['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`],
		// Processes are killed here, never the machine.
		'fsync=off',
	];
	const program = await startProgram({
		setpriv,
		user,
		command: [postgres, '-D', data, ...settings.flatMap((setting) => ['-c', setting])],
		cwd: folder,
		logFile: join(folder, 'postgres.log'),
		isReady: async () =>
			await use('pg_isready', ...where).then(
				() => true,
				() => false,
			),
	});
	await use('createdb', ...where, NAME);
	return {
		...program,
		async stop() {
			// Its clients would keep it for as long as they live; this signal does not wait for them.
			await program.stop('SIGINT');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
