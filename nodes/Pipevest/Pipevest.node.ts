import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { operationProperties } from '../../lib/operations/operationProperties';
import { runOperation } from '../../lib/operations/runOperation';
import { custom } from './resources/custom';
import { webhook } from './resources/webhook';

const RESOURCES = [webhook, custom];

export class Pipevest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pipevest',
		name: 'pipevest',
		icon: { light: 'file:../../icons/pipevest.svg', dark: 'file:../../icons/pipevest.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Call Pipevest, each call signed, and manage the webhook of the client',
		defaults: { name: 'Pipevest' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pipevestApi', required: true }],
		properties: operationProperties(RESOURCES),
	};

	async execute(this: IExecuteFunctions) {
		return await runOperation(this, RESOURCES);
	}
}
