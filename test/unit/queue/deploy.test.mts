import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deployFolder, readCompose } from '../../../tools/n8n/queue/compose.mts';
import { root } from '../../../tools/n8n/paths.mts';

const read = (name: string) => readFileSync(join(deployFolder, name), 'utf8');
const example = Object.fromEntries(
	read('example.env')
		.split('\n')
		.filter((line) => line.includes('=') && !line.startsWith('#'))
		.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);
const secrets = { N8N_ENCRYPTION_KEY: 'a key', POSTGRES_PASSWORD: 'a password' };
const services = readCompose({ ...example, ...secrets });
const n8n = ['main', 'processor-1', 'processor-2', 'worker'] as const;

describe('deploy/queue', () => {
	it("names n8n's processes, and what they stand on", () => {
		expect(Object.keys(services).sort()).toEqual(
			[...n8n, 'nodes', 'postgres', 'proxy', 'redis'].sort(),
		);
		expect(services.worker.deploy?.replicas).toBe(2);
		expect(n8n.map((name) => services[name].command)).toEqual([
			undefined,
			'webhook',
			'webhook',
			'worker --concurrency=10',
		]);
	});

	it('gives every process of n8n the same environment and the same nodes', () => {
		const [main, ...others] = n8n.map((name) => services[name]);
		expect(main.environment).toMatchObject({ EXECUTIONS_MODE: 'queue' });
		for (const { environment, volumes, image } of others) {
			expect({ environment, volumes, image }).toEqual({
				environment: main.environment,
				volumes: main.volumes,
				image: main.image,
			});
		}
		const folder = main.volumes?.map((volume) => volume.split(':')[1]);
		expect(folder).toEqual(['/home/node/.n8n/nodes']);
	});

	it('runs the n8n that the tests run', () => {
		const manifest = readFileSync(
			join(root, 'tools', 'n8n', 'versions', 'n8n', 'package.json'),
			'utf8',
		);
		const { dependencies } = JSON.parse(manifest) as { dependencies: { n8n: string } };
		expect(services.main.image).toBe(`docker.n8n.io/n8nio/n8n:${dependencies.n8n}`);
	});

	it('mounts the proxy configuration that the tests run, and sets all that it asks for', () => {
		expect(services.proxy.volumes).toEqual(['./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro']);
		const asked = [...read('haproxy.cfg').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
		expect(Object.keys(services.proxy.environment ?? {}).sort()).toEqual([...asked].sort());
		for (const name of ['processor-1', 'processor-2', 'main'])
			expect(Object.values(services.proxy.environment ?? {})).toContain(`${name}:5678`);
	});

	it.each(['PUBLIC_URL', ...Object.keys(secrets)])('does not start without %s', (name) => {
		expect(() => readCompose({ ...example, ...secrets, [name]: '' })).toThrow(name);
	});
});
