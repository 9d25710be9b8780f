import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, type N8nClient } from '../../n8n/client.mts';
import type { StoredWorkflow } from '../../n8n/client/workflows.mts';
import { installPackage } from '../../n8n/installPackage.mts';
import { startN8n, type LocalN8n } from '../../n8n/n8n.mts';
import { pack } from '../../n8n/pack.mts';
import { root } from '../../n8n/paths.mts';
import { ensureRuntime } from '../../n8n/runtime.mts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.mts';
import { rowOf, type Step } from '../../../test/e2e/support/workflows.mts';
import { installBenchNodes, installUngrouped } from './installNodes.mts';
import { startSenders, type Senders } from './startSenders.mts';
import { present } from '../../present.mts';

/** A published workflow of one trigger and what comes after it. */
export interface Published {
	id: string;
	/** Where its trigger takes deliveries. */
	url: string;
	/** The trigger's node id. */
	trigger: string;
}

/** A real n8n with our package, the nodes of the bench, and the providers' stand-ins. */
export interface Opened {
	n8n: LocalN8n;
	client: N8nClient;
	sandbox: Sandbox;
	/** The stand-in for the providers of n8n's own triggers. */
	senders: Senders;
	publish(steps: Step[]): Promise<Published>;
	close(): Promise<void>;
}

const preload = pathToFileURL(join(root, 'tools', 'bench', 'n8n', 'stripeOnLoopback.mjs')).href;

export async function openN8n(options: SandboxOptions = {}): Promise<Opened> {
	const folder = mkdtempSync(join(tmpdir(), 'pihooks-bench-'));
	const userFolder = join(folder, 'home');
	const [runtime, tarball] = [await ensureRuntime(), await pack(folder)];
	await installPackage(userFolder, tarball);
	installBenchNodes(userFolder);
	await installUngrouped(userFolder, tarball);
	const [sandbox, senders] = [await startSandbox(options), await startSenders()];
	const env = { NODE_OPTIONS: `--import ${preload}`, BENCH_STRIPE: senders.url };
	const n8n = await startN8n({ runtime, userFolder, env });
	const client = await connect(n8n.url);

	async function publish(steps: Step[]): Promise<Published> {
		const stored: StoredWorkflow = await client.workflows.create(
			rowOf(present(steps[0], 'The first node').name, steps),
		);
		await client.workflows.publish(stored.id);
		const { id, webhookId } = present(stored.nodes[0], 'The stored first node');
		return { id: stored.id, trigger: id, url: `${n8n.url}/webhook/${webhookId}/webhook` };
	}

	return {
		...{ n8n, client, sandbox, senders, publish },
		async close() {
			await n8n.stop();
			await Promise.all([sandbox.close(), senders.close()]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
