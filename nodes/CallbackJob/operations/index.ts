import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../../lib/operations/operation';
import { operationProperties } from '../../../lib/operations/operationProperties';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { wait } from './wait';

/** There is one kind of thing, so the form does not ask which. */
export const RESOURCES: Resource[] = [
	{ value: 'job', name: 'Job', operations: [create, get, cancel, wait] },
];

const RESOURCE: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'hidden',
	default: 'job',
};

export const properties: INodeProperties[] = operationProperties(RESOURCES).map((field) =>
	field.name === 'resource' ? RESOURCE : field,
);
