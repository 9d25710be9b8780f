import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../../../tools/n8n/paths.mts';

interface Service {
	image: string;
	command?: string[];
	ports?: string[];
	volumes: string[];
	environment?: Record<string, string>;
	depends_on?: Record<string, { condition: string }>;
	working_dir?: string;
}

const file = join(root, 'deploy', 'try', 'compose.yaml');
const { services, volumes } = parse(readFileSync(file, 'utf8')) as {
	services: { n8n: Service; nodes: Service };
	volumes: Record<string, unknown>;
};
const { n8n, nodes } = services;
const manifest = (...path: string[]) =>
	JSON.parse(readFileSync(join(root, ...path, 'package.json'), 'utf8')) as {
		name: string;
		dependencies?: Record<string, string>;
	};

describe('deploy/try', () => {
	it('is n8n, and what installs the nodes before it', () => {
		expect(Object.keys(services).sort()).toEqual(['n8n', 'nodes']);
		expect(n8n.depends_on).toEqual({ nodes: { condition: 'service_completed_successfully' } });
		expect(n8n.image).toBe(nodes.image);
	});

	it('installs this package into the folder that n8n loads nodes from', () => {
		expect(nodes.command?.join(' ')).toContain(`:-${manifest().name}}`);
		expect(nodes.working_dir).toBe('/home/node/.n8n/nodes');
		expect(n8n.volumes).toEqual(nodes.volumes);
		expect(n8n.volumes).toEqual(Object.keys(volumes).map((name) => `${name}:/home/node/.n8n`));
	});

	it('runs the n8n that the tests run', () => {
		const { dependencies } = manifest('tools', 'n8n', 'versions', 'n8n');
		expect(n8n.image).toBe(`docker.n8n.io/n8nio/n8n:\${N8N_VERSION:-${dependencies?.n8n}}`);
	});

	it('listens on this machine only, at the address that webhooks are told', () => {
		expect(n8n.ports).toEqual(['127.0.0.1:${PORT:-5678}:5678']);
		expect(n8n.environment?.WEBHOOK_URL).toBe('${PUBLIC_URL:-http://localhost:5678/}');
	});
});
