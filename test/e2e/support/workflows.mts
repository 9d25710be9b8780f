import { randomUUID } from 'node:crypto';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { N8nClient } from '../../../tools/n8n/client.mts';
import type { StoredWorkflow, WorkflowJson } from '../../../tools/n8n/client/workflows.mts';
import type { Credential } from '../../../tools/n8n/client/credentials.mts';
import { n8n, world } from '../world/world.mts';

/** A node of a workflow under test: one of ours by its short name, others by their full one. */
export interface Step {
	name: string;
	type: string;
	parameters?: IDataObject;
	credentials?: Credential[];
	typeVersion?: number;
	onError?: INode['onError'];
}

export const BY_HAND: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
/** What a run of the workflow has to reach. */
export const AFTER: Step = { name: 'After', type: 'n8n-nodes-base.noOp' };

/** A workflow whose steps follow one another. */
export function rowOf(name: string, steps: Step[]): WorkflowJson {
	const nodes = steps.map(asNode);
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name: from }, i) => [
				from,
				{ main: [[{ node: nodes[i + 1]?.name ?? '', type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Saves it. */
export async function saveRow(
	name: string,
	steps: Step[],
	client?: N8nClient,
): Promise<StoredWorkflow> {
	const { workflows } = client ?? (await n8n());
	return await workflows.create(rowOf(name, steps));
}

/** Where a trigger of a saved workflow takes deliveries in production. */
export function webhookUrl({ nodes }: StoredWorkflow, trigger: string, base = world().n8n): string {
	const webhookId = nodes.find(({ name }) => name === trigger)?.webhookId;
	return `${base}/webhook/${webhookId}/webhook`;
}

export function asNode(
	{ name, type, parameters = {}, credentials = [], typeVersion = 1, onError }: Step,
	index: number,
): INode {
	return {
		id: randomUUID(),
		webhookId: randomUUID(),
		name,
		type: type.includes('.') ? type : `n8n-nodes-pihooks.${type}`,
		typeVersion,
		position: [index * 220, 0],
		parameters: parameters as INodeParameters,
		credentials: Object.fromEntries(
			credentials.map((credential) => [
				credential.type,
				{ id: credential.id, name: credential.name },
			]),
		),
		...(onError && { onError }),
	};
}
