import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeType, INodeTypes } from 'n8n-workflow';

export const root = join(import.meta.dirname, '../../..');
const require = createRequire(join(root, 'package.json'));
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
};

function instances<Type>(files: string[]): Type[] {
	return files.map((file) => {
		const [className = ''] = basename(file).split('.');
		const Class = (require(join(root, file)) as Record<string, new () => Type>)[className];
		if (!Class) throw new Error(`${file} exports no ${className}`);
		return new Class();
	});
}

export const nodes = instances<INodeType>(manifest.n8n.nodes);
export const credentials = instances<ICredentialType>(manifest.n8n.credentials);

/** Stands at the start or at the end of a workflow and passes its items on. */
const pass: INodeType = {
	description: {
		displayName: 'Pass',
		name: 'pass',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

/** The built nodes under the names that an installed package gives them, and `pass`. */
export const nodeTypes: INodeTypes = {
	getByName: (type) => byType(type),
	getByNameAndVersion: (type) => byType(type),
	getKnownTypes: () => ({}),
};

export function typeOf(name: string): string {
	return name === 'pass' ? name : `${manifest.name}.${name}`;
}

export function credentialType(name: string): ICredentialType {
	const found = credentials.find((credential) => credential.name === name);
	if (!found) throw new Error(`The package has no credential "${name}"`);
	return found;
}

function byType(type: string): INodeType {
	if (type === 'pass') return pass;
	// n8n makes a tool of each node that allows it: the same class by another name.
	const name = type.replace(/Tool$/, '');
	const found = nodes.find(({ description }) => typeOf(description.name) === name);
	if (!found) throw new Error(`The package has no node "${type}"`);
	return found;
}
