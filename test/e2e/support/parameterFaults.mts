import { isDeepStrictEqual } from 'node:util';
import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/** The description of the node's type in its version, of those that n8n tells its editor. */
function descriptionOf({ type, typeVersion }: INode, types: INodeTypeDescription[]) {
	return types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));
}

/** What is wrong with a node in the eyes of n8n: an unknown type, fields it does not show, values it does not offer. */
export function parameterFaults(node: INode, types: INodeTypeDescription[]): string[] {
	const description = descriptionOf(node, types);
	if (!description) return [`${node.name}: no ${node.type} in version ${node.typeVersion}`];
	const { properties } = description;
	const issues = NodeHelpers.getNodeParametersIssues(properties, node, description);
	const known = NodeHelpers.getNodeParameters(
		...([properties, node.parameters, true, false, node, description] as const),
	);
	const lost = Object.entries(node.parameters).filter(
		([name, value]) => !isDeepStrictEqual(known?.[name], value),
	);
	const notOffered = properties.filter((property) => {
		if (!/^(multiO|o)ptions$/.test(property.type) || property.typeOptions?.loadOptionsMethod)
			return false;
		if (!NodeHelpers.displayParameter(known ?? {}, property, node, description)) return false;
		const offered = (property.options ?? []).map((option) => 'value' in option && option.value);
		const chosen = [node.parameters[property.name] ?? []].flat();
		return chosen.some((value) => !isExpression(value) && !offered.includes(value as string));
	});
	return [
		...Object.values(issues?.parameters ?? {}).flat(),
		...lost.map(([name]) => `${name} is no field here, or n8n reads it differently`),
		...notOffered.map(({ name }) => `${name} has a value that is not offered`),
	].map((fault) => `${node.name}: ${fault}`);
}
