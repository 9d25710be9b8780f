import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@jest/types';
import { startN8n } from '../../tools/n8n/n8n.mts';
import { pack } from '../../tools/n8n/pack.mts';
import { ensureRuntime } from '../../tools/n8n/runtime.mts';
import { startSandbox } from '../../tools/sandbox/index.mts';
import { serveControl } from './world/serveControl.mts';
import { TIME_SCALE, worldEnv, type World } from './world/world.mts';

/** Once for all e2e tests: the packed nodes in the n8n of the project, and the providers' stand-ins. */
export default async function setup(_: Config.GlobalConfig, { globals }: Config.ProjectConfig) {
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-e2e-'));
	const [runtime, tarball] = [
		await ensureRuntime(globals.runtime as string | undefined),
		await pack(folder),
	];
	const sandbox = await startSandbox({ timeScale: TIME_SCALE });
	const n8n = await startN8n({ runtime, tarball, userFolder: join(folder, 'home') });
	const control = await serveControl(n8n);
	const { close, ...providers } = sandbox;
	const world: World = {
		n8n: n8n.url,
		userFolder: n8n.userFolder,
		runtime: { node: runtime.node, folder: runtime.folder, version: runtime.version },
		control: control.url,
		providers: Object.fromEntries(Object.entries(providers).map(([name, { url }]) => [name, url])),
	};
	process.env[worldEnv] = JSON.stringify(world);
	Object.assign(globalThis, {
		endOfWorld: async () => {
			await Promise.all([n8n.stop(), close(), control.close()]);
		},
	});
}
