import { join } from 'node:path';

import type { QueuePrograms } from '../../scripts/findQueuePrograms.mjs';
import { canConnect } from './canConnect.mts';
import { deployFolder } from './compose.mts';
import { type Program, startProgram } from './program.mts';

/**
 * Starts the proxy with the configuration that users get, on this port of 127.0.0.1.
 * @param addresses what the configuration takes from its environment
 */
export async function startProxy(
	{ setpriv, haproxy }: QueuePrograms,
	addresses: Record<string, string>,
	folder: string,
	port: number,
): Promise<Program> {
	return await startProgram({
		setpriv,
		command: [haproxy, '-db', '-f', join(deployFolder, 'haproxy.cfg')],
		env: { ...addresses, PROXY_LISTEN: `127.0.0.1:${port}` },
		cwd: folder,
		logFile: join(folder, 'proxy.log'),
		isReady: async () => await canConnect(port),
	});
}
