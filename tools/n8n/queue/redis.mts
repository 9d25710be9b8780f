import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { QueuePrograms } from '../../scripts/findQueuePrograms.mjs';
import { canConnect } from './canConnect.mts';
import type { Service } from './compose.mts';
import { type Program, startProgram } from './program.mts';

/** Starts Redis on this port with the settings of the compose file, its data in `folder`. */
export async function startRedis(
	{ setpriv, redis }: QueuePrograms,
	{ command }: Service,
	folder: string,
	port: number,
): Promise<Program> {
	mkdirSync(folder, { recursive: true });
	const [, ...settings] = String(command).split(' ');
	const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
	return await startProgram({
		setpriv,
		command: [redis, ...settings, ...place],
		cwd: folder,
		logFile: join(folder, 'redis.log'),
		isReady: async () => await canConnect(port),
	});
}
