import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { emit } from '../../lib/delivery/emit';
import { receive } from '../../lib/delivery/receive';
import { triggerProperties } from '../../lib/delivery/triggerProperties';
import { TRIGGER_WEBHOOKS } from '../../lib/delivery/triggerWebhooks';
import { isRegistered, register, unregister } from '../../lib/registration/lifecycle';
import { watch } from '../../lib/registration/watch';
import { pipevestDeliveries } from './deliveries';
import { pipevestRegistry } from './registry';
import { subscriptionOptions } from './subscriptions';

export class PipevestTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pipevest Trigger',
		name: 'pipevestTrigger',
		icon: { light: 'file:../../icons/pipevest.svg', dark: 'file:../../icons/pipevest.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when something happens at Pipevest; the Pipevest node calls its API',
		defaults: { name: 'Pipevest Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'pipevestApi', required: true },
			{
				name: 'sharedClaimsApi',
				displayName: 'Shared Claims (Optional)',
				required: false,
				displayOptions: { show: { '@version': [1] } },
			},
		],
		webhooks: TRIGGER_WEBHOOKS,
		eventTriggerDescription: 'Trigger an event in Pipevest, or send a test in a Pipevest node',
		activationMessage:
			'Pipevest now tells this workflow. Its client has one webhook, which cannot be deleted: deactivating puts back what was there before, or narrows it to the events of the webhook itself.',
		properties: triggerProperties({
			events: subscriptionOptions,
			has: { tolerance: true, registration: true },
			options: [
				{
					displayName: 'Other Events',
					name: 'otherEvents',
					type: 'string',
					default: '',
					placeholder: 'e.g. CUSTOMER.VERIFIED, TRANSACTION.SETTLED',
					description: 'Names of events that are not in the list, separated by commas',
				},
				{
					displayName: 'Replace Existing Webhook',
					name: 'replaceExistingWebhook',
					type: 'boolean',
					default: false,
					description:
						"Whether to take the place of another system's webhook. It is put back when the workflow is unpublished.",
				},
			],
		}),
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, pipevestRegistry(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this, pipevestRegistry(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, pipevestRegistry(this));
			},
		},
	};

	async trigger(this: ITriggerFunctions) {
		return await watch(this, pipevestRegistry);
	}

	async webhook(this: IWebhookFunctions) {
		return await receive(this, pipevestDeliveries);
	}

	async execute(this: IExecuteFunctions) {
		return await emit(this, pipevestDeliveries);
	}
}
