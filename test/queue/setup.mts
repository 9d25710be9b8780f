import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../../tools/n8n/pack.mts';
import { startCluster } from '../../tools/n8n/queue/cluster.mts';
import { requireQueuePrograms } from '../../tools/n8n/queue/requireQueuePrograms.mts';
import { ensureRuntime } from '../../tools/n8n/runtime.mts';
import { startSandbox } from '../../tools/sandbox/index.mts';
import { worldEnv, type World } from '../e2e/world/world.mts';
import { clusterEnv, type ClusterInfo } from './world/cluster.mts';
import { serveMembers } from './world/serveMembers.mts';

/** Delays of the providers, such as 5 s between attempts, pass in a tenth of their time. */
const TIME_SCALE = 0.1;

/** n8n gives up a killed worker's executions after a minute and a half unless told. */
const NOTICE_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Once for all tests of queue mode: the packed nodes in every process of `deploy/queue`. */
export default async function setup() {
	const programs = requireQueuePrograms();
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-queue-'));
	const [runtime, tarball] = [await ensureRuntime(), await pack(folder)];
	const cluster = await startCluster({ runtime, programs, tarball, folder, env: NOTICE_SOON });
	const { close, ...providers } = await startSandbox({ timeScale: TIME_SCALE });
	const control = await serveMembers(cluster.members);
	const { url, processors, redisPort } = cluster;
	const world: World = {
		n8n: url,
		userFolder: join(folder, 'main'),
		runtime: { node: runtime.node, folder: runtime.folder, version: runtime.version },
		control: control.url,
		providers: Object.fromEntries(
			Object.entries(providers).map(([name, { url: at }]) => [name, at]),
		),
	};
	const info: ClusterInfo = { processors, redisPort, control: control.url };
	process.env[worldEnv] = JSON.stringify(world);
	process.env[clusterEnv] = JSON.stringify(info);
	Object.assign(globalThis, {
		endOfWorld: async () => {
			await Promise.all([cluster.stop(), close(), control.close()]);
			rmSync(folder, { recursive: true, force: true });
		},
	});
}
