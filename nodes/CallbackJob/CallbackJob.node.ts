import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { runOperation } from '../../lib/operations/runOperation';
import { collect } from '../../lib/waiting/collect';
import { WAITING_WEBHOOKS, waitOutputs } from '../../lib/waiting/waitingNode';
import { jobSource } from './jobs';
import { properties, RESOURCES } from './operations';
import { existingJobs } from './operations/wait';
import { testKey } from './testKey';

export class CallbackJob implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Callback Job',
		name: 'callbackJob',
		icon: {
			light: 'file:../../icons/callbackJob.svg',
			dark: 'file:../../icons/callbackJob.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ($parameter["service"] ? ": " + $parameter["service"] : "") }}',
		description:
			'Give jobs to Replicate, fal, RunPod, Firecrawl, Apify or any API that takes a callback URL, and wait for them without polling',
		defaults: { name: 'Callback Job' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: waitOutputs,
		credentials: [{ name: 'callbackJobApi', required: true, testedBy: 'testKey' }],
		webhooks: WAITING_WEBHOOKS,
		waitingNodeTooltip: 'Waiting for the service to call back when all jobs are done',
		properties,
	};

	methods = { credentialTest: { testKey } };

	async execute(this: IExecuteFunctions) {
		return await runOperation(this, RESOURCES);
	}

	async webhook(this: IWebhookFunctions) {
		const isCreated = this.getNodeParameter('operation') === 'create';
		return await collect(this, isCreated ? jobSource() : existingJobs);
	}
}
