import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from './operation';

/** The whole form of an action node: resource, operations, and each operation's fields. */
export function operationProperties(resources: Resource[]): INodeProperties[] {
	return [
		resourceSelector(resources),
		...resources.map(operationSelector),
		...resources.flatMap(fields),
	];
}

function resourceSelector(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
		default: resources[0]?.value,
	};
}

function operationSelector({ value, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations
			.map(({ name, value: operation, action, description }) => ({
				name,
				value: operation,
				action,
				description,
			}))
			.sort(byName),
		default: operations[0]?.value,
	};
}

function fields(resource: Resource): INodeProperties[] {
	return resource.operations.flatMap((operation) =>
		operation.fields.map((field) => shownFor(field, resource, operation)),
	);
}

function shownFor(
	field: INodeProperties,
	resource: Resource,
	operation: Operation,
): INodeProperties {
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				resource: [resource.value],
				operation: [operation.value],
				...field.displayOptions?.show,
			},
		},
	};
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name.localeCompare(b.name, 'en');
}
