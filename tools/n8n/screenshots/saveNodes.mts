import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { N8nClient } from '../client.mts';

/** Saves a workflow of these nodes in a row, each with the sandbox's credentials; gives its ID. */
export async function saveNodes(
	client: N8nClient,
	name: string,
	nodes: Array<Pick<INode, 'name' | 'type'> & Partial<INode>>,
): Promise<string> {
	const known = await client.credentials.list();
	const credentials = Object.fromEntries(
		known.map(({ id, name: called, type }) => [type, { id, name: called }]),
	);
	const whole = nodes.map((node, index) => ({
		...{ id: randomUUID(), webhookId: randomUUID(), typeVersion: 1, parameters: {}, credentials },
		position: [index * 220, 0] as [number, number],
		...node,
	}));
	const connections = Object.fromEntries(
		whole
			.slice(1)
			.map(({ name: to }, index) => [
				whole[index]?.name,
				{ main: [[{ node: to, type: 'main' as const, index: 0 }]] },
			]),
	);
	const { id } = await client.workflows.create({ name, nodes: whole, connections });
	return id;
}
