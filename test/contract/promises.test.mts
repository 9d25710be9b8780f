import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type INode, type INodeParameters, type IWorkflowBase, NodeHelpers } from 'n8n-workflow';
import { credentials, manifest, nodes, root } from './harness/builtPackage.mts';
import { formPromises, type FormPromise } from './support/formPromises.mts';

const OURS = `${manifest.name}.`;
const folder = join(root, 'test', 'contract', 'fixtures', '0.1.0');
const read = <T,>(...path: string[]) =>
	JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;

type Forms = Record<string, Record<string, FormPromise>>;
const promised = read<{ nodes: Forms; credentials: Forms }>('forms.json');

/** What of an old form the new one does not have any more. */
function broken(name: string, before: Forms[string], now: Forms[string] | undefined): string[] {
	if (!now) return [`${name} is gone`];
	return Object.entries(before).flatMap(([path, { types, choices }]) => {
		const field = now[path];
		if (!field) return [`${name}: ${path} is gone`];
		return [
			...types
				.filter((type) => !field.types.includes(type))
				.map((type) => `is no ${type} any more`),
			...choices
				.filter((choice) => !field.choices.includes(choice))
				.map((choice) => `offers ${choice} no more`),
		].map((what) => `${name}: ${path} ${what}`);
	});
}

describe('forms of 0.1.0', () => {
	it.each(Object.entries(promised.nodes))('node %s has every field and choice', (name, before) => {
		const node = nodes.find(({ description }) => description.name === name);
		expect(broken(name, before, node && formPromises(node.description.properties))).toEqual([]);
	});

	it.each(Object.entries(promised.credentials))('credential %s has every field', (name, before) => {
		const credential = credentials.find((each) => each.name === name);
		expect(broken(name, before, credential && formPromises(credential.properties))).toEqual([]);
	});
});

describe('examples of 0.1.0', () => {
	const own = readdirSync(join(folder, 'examples')).flatMap((file) =>
		read<IWorkflowBase>('examples', file)
			.nodes.filter(({ type }) => type.startsWith(OURS))
			.map((node): [string, INode] => [`${file}, ${node.name}`, node]),
	);

	it.each(own)('%s is read by n8n as it was saved', (_name, node) => {
		// An agent's tool is the node itself, under another name.
		const name = node.type.slice(OURS.length).replace(/Tool$/, '');
		const type = nodes.find(({ description }) => description.name === name);
		if (!type) throw new Error(`There is no node ${name}`);
		const { description } = type;
		expect([description.version].flat()).toContain(node.typeVersion);
		const asTool = node.type.endsWith('Tool') ? ['toolDescription', 'descriptionType'] : [];
		const saved = Object.fromEntries(
			Object.entries(node.parameters).filter(([key]) => !asTool.includes(key)),
		) as INodeParameters;
		// What n8n does not know, or does not show in this form, it drops here.
		const read = NodeHelpers.getNodeParameters(
			description.properties,
			saved,
			true,
			false,
			node,
			description,
		);
		expect(read).toMatchObject(saved);
		const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
		expect(issues?.parameters ?? {}).toEqual({});
		const known = (description.credentials ?? []).map((each) => each.name);
		expect(known).toEqual(expect.arrayContaining(Object.keys(node.credentials ?? {})));
	});
});
