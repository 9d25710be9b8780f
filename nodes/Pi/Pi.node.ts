import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { operationProperties } from '../../lib/operations/operationProperties';
import { runOperation } from '../../lib/operations/runOperation';
import { collect } from '../../lib/waiting/collect';
import { WAITING_WEBHOOKS, waitOutputs } from '../../lib/waiting/waitingNode';
import { jobs, runs } from './jobs/jobKinds';
import { looksAt } from './jobs/readJob';
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
		webhooks: WAITING_WEBHOOKS,
		waitingNodeTooltip: 'Looking at the jobs now and then until they are done',
		properties: operationProperties(resources),
	};

	async execute(this: IExecuteFunctions) {
		return await runOperation(this, resources);
	}

	async webhook(this: IWebhookFunctions) {
		const kind = this.getNodeParameter('resource') === 'run' ? runs : jobs;
		return await collect(this, looksAt(kind));
	}
}
