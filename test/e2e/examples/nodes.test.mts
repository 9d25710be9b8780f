import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeTypeDescription } from 'n8n-workflow';
import { readExamples } from '../../../tools/n8n/examples.mts';
import { parameterFaults } from '../support/parameterFaults.mts';
import { n8n } from '../world/world.mts';

let types: INodeTypeDescription[];

beforeAll(async () => {
	const { rest } = await n8n();
	types = (await (
		await rest.fetch('GET', '/../types/nodes.json')
	).json()) as INodeTypeDescription[];
});

describe('the nodes of the examples', () => {
	it.each(readExamples().map(({ id, nodes }) => [id, nodes] as const))(
		'%s: n8n has them, and every field and value that they use',
		(_, nodes) => {
			expect(nodes.flatMap((node) => parameterFaults(node, types))).toEqual([]);
		},
	);

	const [alerts] = readExamples().filter(({ id }) => id === 'pipai-alerts');
	const [node] = alerts.nodes;
	const changed = (more: object) => ({ parameters: { ...node.parameters, ...more } });
	it.each([
		['of a type that is not there', { type: 'n8n-nodes-pihooks.gone' }],
		['of another version', { typeVersion: 9 }],
		['with a value that is not offered', changed({ events: ['strategy.gone'] })],
		['without a required value', changed({ events: [] })],
		['with an unknown field', changed({ gone: true })],
	])('would be found out: a node %s', (_, change) => {
		expect(parameterFaults(node, types)).toEqual([]);
		expect(parameterFaults({ ...node, ...change }, types)).not.toEqual([]);
	});
});
