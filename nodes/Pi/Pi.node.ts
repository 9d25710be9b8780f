import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { operationProperties } from '../../lib/operations/operationProperties';
import { runOperation } from '../../lib/operations/runOperation';
import { waitOutputs } from '../../lib/waiting/waitOutputs';
import { resources } from './resources';

export class Pi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pi',
		name: 'pi',
		icon: { light: 'file:../../icons/pi.svg', dark: 'file:../../icons/pi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create avatars, images, ads and campaigns with Pi, and wait for them',
		defaults: { name: 'Pi' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: waitOutputs,
		credentials: [{ name: 'piApi', required: true }],
		properties: operationProperties(resources),
	};

	async execute(this: IExecuteFunctions) {
		return await runOperation(this, resources);
	}
}
