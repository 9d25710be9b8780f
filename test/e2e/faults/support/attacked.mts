import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type N8nClient } from '../../../../tools/n8n/client.mts';
import { startN8n } from '../../../../tools/n8n/n8n.mts';
import { pack } from '../../../../tools/n8n/pack.mts';
import { residentMegabytes } from '../../../../tools/n8n/residentMegabytes.mts';
import { ensureRuntime } from '../../../../tools/n8n/runtime.mts';
import { n8n, n8nMemory, world } from '../../world/world.mts';
import type { storedExecutions } from './storedExecutions.mts';

/** An n8n that is knocked at, and where to look what it did to it. */
export interface Attacked {
	url: string;
	client: N8nClient;
	/** Where its database is. */
	where: Parameters<typeof storedExecutions>[1];
	/** What its process holds now, in MB. */
	memory(): Promise<number>;
	close(): Promise<void>;
}

/** The n8n of all e2e tests. */
export async function sharedN8n(): Promise<Attacked> {
	return {
		url: world().n8n,
		client: await n8n(),
		where: world(),
		memory: n8nMemory,
		close: async () => undefined,
	};
}

/** A further n8n with these settings over those of the shared one. */
export async function furtherN8n(env: Record<string, string>): Promise<Attacked> {
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-attacked-'));
	const one = await startN8n({
		runtime: await ensureRuntime(),
		tarball: await pack(folder),
		userFolder: join(folder, 'home'),
		env,
	});
	return {
		url: one.url,
		client: await connect(one.url),
		where: one,
		memory: async () => residentMegabytes(one.pid),
		async close() {
			await one.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
