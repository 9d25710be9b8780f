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
import { piDeliveries } from './deliveries';
import { piRegistry } from './registry';

export class PiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pi Trigger',
		name: 'piTrigger',
		icon: { light: 'file:../../icons/pi.svg', dark: 'file:../../icons/pi.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when a job at Pi is done; the Pi node creates avatars, images, ads and campaigns',
		defaults: { name: 'Pi Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'piApi', required: true },
			{
				name: 'sharedClaimsApi',
				displayName: 'Shared Claims (Optional)',
				required: false,
				displayOptions: { show: { '@version': [1] } },
			},
		],
		webhooks: TRIGGER_WEBHOOKS,
		eventTriggerDescription: 'Create a job at Pi. Its webhook is registered while you listen.',
		activationMessage:
			'Pi now notifies this workflow about every job of your organization, except brand extractions',
		properties: triggerProperties({
			events: [
				{ name: 'Job Completed', value: 'job.completed', description: 'The job is done' },
				{
					name: 'Job Failed',
					value: 'job.failed',
					description: 'The job failed; the reason is in the item',
				},
			],
			has: { job: true, confirm: true, download: true, registration: true },
			options: [
				{
					displayName: 'Job Type',
					name: 'jobType',
					type: 'string',
					default: '',
					placeholder: 'e.g. avatar_generation, campaign_ad_edit',
					description: 'Start the workflow only for jobs of these types, separated by commas',
				},
			],
		}),
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, piRegistry(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this, piRegistry(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, piRegistry(this));
			},
		},
	};

	async trigger(this: ITriggerFunctions) {
		return await watch(this, piRegistry);
	}

	async webhook(this: IWebhookFunctions) {
		return await receive(this, piDeliveries);
	}

	async execute(this: IExecuteFunctions) {
		return await emit(this, piDeliveries);
	}
}
