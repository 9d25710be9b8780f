import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { root } from '../paths.mts';

/** A service of the compose file, as far as it is read here. */
export interface Service {
	image: string;
	command?: string | string[];
	environment?: Record<string, string | number>;
	volumes?: string[];
	deploy?: { replicas: number };
}

export type ServiceName =
	| 'nodes'
	| 'main'
	| 'processor-1'
	| 'processor-2'
	| 'worker'
	| 'redis'
	| 'postgres'
	| 'proxy';

/** Where what a user copies to run n8n in queue mode is. */
export const deployFolder = join(root, 'deploy', 'queue');

/**
 * The services of `deploy/queue/compose.yaml`, with these values in place of its variables.
 * @throws Error naming a variable that is required and missing or empty
 */
export function readCompose(values: Record<string, string>): Record<ServiceName, Service> {
	const text = readFileSync(join(deployFolder, 'compose.yaml'), 'utf8');
	const filled = text.replace(
		/\$\{(\w+)(?::([-?])([^}]*))?\}/g,
		(_all, name: string, kind: string | undefined, rest: string | undefined) => {
			const value = values[name] || (kind === '-' ? rest : undefined);
			if (value === undefined) throw new Error(`${name}: ${rest ?? 'not set'}`);
			return value;
		},
	);
	return (parse(filled, { merge: true }) as { services: Record<ServiceName, Service> }).services;
}
