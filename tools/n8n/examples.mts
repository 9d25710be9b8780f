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

const JOB_NODE = 'n8n-nodes-pihooks.callbackJob';

/** The services of Callback Job that examples use. */
export function servicesOf(examples: Example[]): string[] {
	const nodes = examples.flatMap((example) => example.nodes);
	const services = nodes.flatMap(({ type, parameters }) =>
		type === JOB_NODE ? [String(parameters?.service)] : [],
	);
	return [...new Set(services)].sort();
}

/** Where a credential is found: those of Callback Job are of one service each. */
export function credentialKey(type: string, service: unknown): string {
	return type === 'callbackJobApi' ? `${type}:${String(service)}` : type;
}

/**
 * The example with these credentials in place of its placeholders, by `credentialKey`.
 *
 * @param jobsUrl where the stand-ins of Callback Job's services are
 */
export function withCredentials(
	example: Example,
	credentials: Map<string, { id: string; name: string }>,
	jobsUrl?: string,
): Example {
	const copy = structuredClone(example);
	for (const node of copy.nodes) {
		const { service, options = {} } = node.parameters ?? {};
		for (const type of Object.keys(node.credentials ?? {})) {
			const found = credentials.get(credentialKey(type, service));
			if (found && node.credentials) node.credentials[type] = { id: found.id, name: found.name };
		}
		if (node.type === JOB_NODE && jobsUrl !== undefined) {
			const baseUrl = `${jobsUrl}/${String(service)}`;
			node.parameters = { ...node.parameters, options: { ...(options as object), baseUrl } };
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
