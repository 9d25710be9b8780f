import { Workflow, type IConnections, type IDataObject, type INode } from 'n8n-workflow';
import { credentialType, nodeTypes, typeOf } from './builtPackage.mts';

export interface NodeUnderTest {
	/** The node's name in n8n-nodes-pihooks, such as `piapiTrigger`. */
	type: string;
	/** Default: the same as `type`. */
	name?: string;
	parameters?: IDataObject;
	/** Default: 1. */
	typeVersion?: number;
	/** Default: as n8n does without the setting, the execution ends. */
	onError?: INode['onError'];
	/** Retry On Fail, three times in all and without a pause. */
	retryOnFail?: boolean;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	/** Default: the credentials that the node type names. */
	credentials?: string[];
}

/** A workflow in a row: `Start`, the nodes, `End`; a trigger begins the row itself. */
export function workflowOf(id: string, nodes: NodeUnderTest[], staticData: IDataObject): Workflow {
	const built = nodes.map((node) => asNode(node, id));
	const isTrigger = nodeTypes
		.getByNameAndVersion(built[0].type)
		.description.group.includes('trigger');
	const row = [...(isTrigger ? [] : [passing('Start')]), ...built, passing('End')];
	return new Workflow({
		id,
		name: 'Under test',
		nodes: row,
		connections: inARow(row),
		active: true,
		nodeTypes,
		staticData,
		settings: { executionOrder: 'v1' },
	});
}

function asNode(
	{
		type,
		name = type,
		parameters = {},
		typeVersion = 1,
		onError,
		retryOnFail,
		executeOnce,
		alwaysOutputData,
		credentials,
	}: NodeUnderTest,
	workflowId: string,
): INode {
	const fullType = typeOf(type);
	const named = nodeTypes.getByNameAndVersion(fullType).description.credentials ?? [];
	const names =
		credentials ?? named.filter(({ required }) => required).map((credential) => credential.name);
	names.forEach(credentialType);
	return {
		id: `id-${name}`,
		webhookId: `hook-${name}`,
		name,
		type: fullType,
		typeVersion,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: Object.fromEntries(
			names.map((credential) => [
				credential,
				{ id: `${workflowId}-${credential}`, name: credential },
			]),
		),
		...(onError && { onError }),
		...(executeOnce && { executeOnce }),
		...(alwaysOutputData && { alwaysOutputData }),
		...(retryOnFail && { retryOnFail, maxTries: 3, waitBetweenTries: 1 }),
	};
}

function passing(name: string): INode {
	return { id: `id-${name}`, name, type: 'pass', typeVersion: 1, position: [0, 0], parameters: {} };
}

/** Every output leads to the next node, so that a second output can be seen to be forwarded. */
function inARow(row: INode[]): IConnections {
	const to = (node: INode) => [{ node: node.name, type: 'main' as const, index: 0 }];
	return Object.fromEntries(
		row.slice(0, -1).map((node, i) => [node.name, { main: [to(row[i + 1]), to(row[i + 1])] }]),
	);
}
