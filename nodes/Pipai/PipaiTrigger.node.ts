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
import { TRIGGER_WEBHOOKS } from '../../lib/delivery/triggerWebhooks';
import { isRegistered, register, unregister } from '../../lib/registration/lifecycle';
import { watch } from '../../lib/registration/watch';
import { askForTestEvent } from './askForTestEvent';
import { pipaiDeliveries } from './deliveries';
import { pipaiRegistry } from './registry';
import { triggerFields } from './triggerFields';

export class PipaiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PipAI Trigger',
		name: 'pipaiTrigger',
		icon: { light: 'file:../../icons/pipai.svg', dark: 'file:../../icons/pipai.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow on events of a PipAI strategy, backtest or account; the PipAI node creates strategies and backtests',
		defaults: { name: 'PipAI Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'pipaiApi', required: true },
			{
				name: 'sharedClaimsApi',
				displayName: 'Shared Claims (Optional)',
				required: false,
				displayOptions: { show: { '@version': [1] } },
			},
		],
		webhooks: TRIGGER_WEBHOOKS,
		eventTriggerDescription: 'Trigger an event in PipAI, or add the option Send Test Event',
		activationMessage: 'The webhook is registered at PipAI. Its events start this workflow.',
		properties: triggerFields,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions) {
				return await isRegistered(this, pipaiRegistry(this));
			},
			async create(this: IHookFunctions) {
				const registered = await register(this, pipaiRegistry(this));
				askForTestEvent(this);
				return registered;
			},
			async delete(this: IHookFunctions) {
				return await unregister(this, pipaiRegistry(this));
			},
		},
	};

	async trigger(this: ITriggerFunctions) {
		return await watch(this, pipaiRegistry);
	}

	async webhook(this: IWebhookFunctions) {
		return await receive(this, pipaiDeliveries);
	}

	async execute(this: IExecuteFunctions) {
		return await emit(this, pipaiDeliveries);
	}
}
