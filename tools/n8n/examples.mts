import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { WorkflowJson } from './client/workflows.mts';
import { root } from './paths.mts';

/** A file of `examples/`; its id is the file's name. */
export type Example = WorkflowJson & { id: string };

/** n8n does not publish a workflow that only these can start. */
const BY_HAND = [
	'n8n-nodes-base.manualTrigger',
	'n8n-nodes-base.executeWorkflowTrigger',
	'@n8n/n8n-nodes-langchain.manualChatTrigger',
];

export function readExamples(): Example[] {
	const folder = join(root, 'examples');
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => ({
		...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowJson),
		id: basename(file, '.json'),
	}));
}

/** The example with these credentials in place of its placeholders, by type. */
export function withCredentials(
	example: Example,
	credentials: Map<string, { id: string; name: string }>,
): Example {
	const copy = structuredClone(example);
	for (const node of copy.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			const found = credentials.get(type);
			if (found && node.credentials) node.credentials[type] = { id: found.id, name: found.name };
		}
	}
	return copy;
}

/** Whether the user still has to choose a credential. */
export function lacksCredentials({ nodes }: WorkflowJson): boolean {
	return nodes.some(({ credentials = {} }) => Object.values(credentials).some(({ id }) => !id));
}

/** Whether something other than a user's click can start it. */
export function isPublishable({ nodes }: WorkflowJson): boolean {
	return nodes.some(
		({ type, disabled }) => /trigger$/i.test(type) && !disabled && !BY_HAND.includes(type),
	);
}
