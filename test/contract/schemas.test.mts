import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadOutputSchema } from 'n8n-core';
import { manifest, nodes, root } from './harness/builtPackage.mts';
import { nodeSchemas } from './schemas/nodeSchemas.mts';
import type { Schema } from './schemas/schemaOf.mts';
import { choicesOf } from './support/formFields.mts';

/** Their answers are the provider's own, and it documents none or other ones than were seen. */
const UNKNOWN = [
	...['get', 'getMany', 'project'].map((operation) => `Pi brand ${operation}`),
	...['create', 'get', 'getMany', 'update'].map((operation) => `Pi voiceAgent ${operation}`),
	...['complete', 'create', 'get'].map((operation) => `Pi voiceSession ${operation}`),
	'Pipevest custom call',
];

const operations = nodes.flatMap(({ description }, index) => {
	const folder = manifest.n8n.nodes[index].split('/')[2];
	return description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap((field) =>
			choicesOf(field).map(({ value }) => ({
				folder,
				resource: String(field.displayOptions?.show?.resource?.[0]),
				operation: String(value),
			})),
		);
});
const nameOf = ({ folder, resource, operation }: (typeof operations)[number]) =>
	`${folder} ${resource} ${operation}`;

describe('what the editor shows of an operation before its first run', () => {
	let schemas: Map<string, Schema>;

	beforeAll(async () => {
		schemas = await nodeSchemas();
	}, 120_000);

	it.each(operations.filter((each) => !UNKNOWN.includes(nameOf(each))))(
		'is what it puts out: $folder $resource $operation (else: npm run schemas)',
		({ folder, resource, operation }) => {
			const made = schemas.get(`nodes/${folder}/__schema__/v1.0.0/${resource}/${operation}.json`);
			expect(made?.type).toBe('object');
			// n8n's own way to the file, from the built node on.
			const nodeDir = join(root, 'dist', 'nodes', folder);
			expect(loadOutputSchema({ nodeDir, version: 1, resource, operation })).toEqual(made);
		},
	);

	it('is nothing where the answer is not known', () => {
		const names = operations.map(nameOf);
		expect(UNKNOWN.filter((name) => !names.includes(name))).toEqual([]);
		expect(schemas.size).toBe(names.length - UNKNOWN.length);
	});
});
