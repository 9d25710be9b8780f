import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type N8nClient } from '../../tools/n8n/client.mts';
import { startN8n, type LocalN8n } from '../../tools/n8n/n8n.mts';
import { pack } from '../../tools/n8n/pack.mts';
import { root } from '../../tools/n8n/paths.mts';
import { ensureRuntime } from '../../tools/n8n/runtime.mts';
import { startRegistry, type Manifest } from './support/startRegistry.mts';
import { AFTER, asNode } from './support/workflows.mts';

interface Installed {
	packageName: string;
	installedVersion: string;
	installedNodes: Array<{ name: string; type: string }>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest & {
	n8n: { nodes: string[] };
};
const folder = mkdtempSync(join(tmpdir(), 'pihooks-install-'));
let registry: Awaited<ReturnType<typeof startRegistry>>;
let n8n: LocalN8n;
let client: N8nClient;

beforeAll(async () => {
	registry = await startRegistry(manifest, await pack(folder));
	const certificate = join(folder, 'ca.pem');
	writeFileSync(certificate, registry.certificate);
	n8n = await startN8n({
		runtime: await ensureRuntime(),
		userFolder: join(folder, 'home'),
		env: {
			HTTPS_PROXY: registry.proxy,
			NODE_EXTRA_CA_CERTS: certificate,
			npm_config_cache: join(folder, 'npm'),
			// The settings of this machine's npm stay out.
			npm_config_globalconfig: join(folder, 'npmrc-global'),
			npm_config_userconfig: join(folder, 'npmrc-user'),
		},
	});
	client = await connect(n8n.url);
});
afterAll(async () => {
	await Promise.all([n8n?.stop(), registry?.close()]);
	rmSync(folder, { recursive: true, force: true });
});

describe("n8n's own installer of community packages", () => {
	it('installs every node, and one of them takes deliveries without a restart', async () => {
		const { packageName, installedVersion, installedNodes } = await client.rest.request<Installed>(
			'POST',
			'/community-packages',
			{ name: manifest.name },
		);
		expect({ packageName, installedVersion }).toEqual({
			packageName: manifest.name,
			installedVersion: manifest.version,
		});
		expect(installedNodes).toHaveLength(manifest.n8n.nodes.length);

		const secret = 'a secret of the sender';
		const credential = await client.credentials.create('signedWebhookApi', { secret });
		const trigger = asNode(
			{
				name: 'Trigger',
				type: 'signedWebhookTrigger',
				parameters: { scheme: 'secretHeader', options: { deduplicateBy: 'off' } },
				credentials: [credential],
			},
			0,
		);
		const { id } = await client.workflows.create({
			name: 'Installed',
			nodes: [trigger, asNode(AFTER, 1)],
			connections: { Trigger: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
		});
		await client.workflows.publish(id);
		const deliver = async (header: string) => {
			const url = `${n8n.url}/webhook/${trigger.webhookId}/webhook`;
			const headers = { 'content-type': 'application/json', 'x-webhook-secret': header };
			return (await fetch(url, { method: 'POST', headers, body: '{}' })).status;
		};
		expect([await deliver(secret), await deliver('forged')]).toEqual([200, 401]);
		await client.workflows.unpublish(id);
	});

	it('takes the package out again', async () => {
		await client.rest.request('DELETE', `/community-packages?name=${manifest.name}`);
		expect(await client.rest.request('GET', '/community-packages')).toEqual([]);
	});
});
