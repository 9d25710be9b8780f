import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { catchUp } from '../../lib/delivery/catchUp';
import { emit } from '../../lib/delivery/emit';
import { receive } from '../../lib/delivery/receive';
import { triggerProperties } from '../../lib/delivery/triggerProperties';
import { TRIGGER_WEBHOOKS } from '../../lib/delivery/triggerWebhooks';
import { piapiDeliveries } from './deliveries';
import { missedTasks } from './missedTasks';

export class PiapiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PiAPI Trigger',
		name: 'piapiTrigger',
		icon: { light: 'file:../../icons/piapi.svg', dark: 'file:../../icons/piapi.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when PiAPI calls back about a task; the PiAPI node creates images, videos, music and 3D models',
		defaults: { name: 'PiAPI Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'piapiApi', required: true },
			{
				name: 'sharedClaimsApi',
				displayName: 'Shared Claims (Optional)',
				required: false,
				displayOptions: { show: { '@version': [1] } },
			},
		],
		webhooks: TRIGGER_WEBHOOKS,
		eventTriggerDescription: 'Create a task whose callback goes to the test URL',
		activationMessage: 'PiAPI can call the production URL now. Attach it to the tasks you create.',
		triggerPanel: {
			header: 'Attach the webhook URL to your tasks',
			executionsHelp: {
				inactive:
					'PiAPI has no list of webhooks: each task carries its own. In a PiAPI node choose <b>After Creating: Notify a Trigger</b> and paste the <b>production URL</b> of this node into <b>Notify URL</b>; the secret is attached for you. To try it out, listen here and paste the <b>test URL</b> instead.',
				active:
					'This workflow is published: every task whose <b>Notify URL</b> is the <b>production URL</b> of this node starts it. To try something out, listen here and use the <b>test URL</b>.',
			},
			activationHint: 'Paste the production URL into <b>Notify URL</b> of a PiAPI node.',
		},
		properties: triggerProperties({
			events: [
				{
					name: 'Completed',
					value: 'completed',
					description: 'The task finished and its results are ready',
				},
				{ name: 'Failed', value: 'failed', description: 'The task failed' },
				{ name: 'Pending', value: 'pending', description: 'The task waits for its turn' },
				{
					name: 'Processing',
					value: 'processing',
					description: 'The task made progress (only some families report it)',
				},
				{
					name: 'Staged',
					value: 'staged',
					description: "Midjourney only: queued because the account's limit is reached",
				},
			],
			usual: ['completed', 'failed'],
			has: { job: true, tolerance: true, confirm: true, download: true, catchUp: true },
			options: [
				{
					displayName: 'Model',
					name: 'model',
					type: 'string',
					default: '',
					placeholder: 'e.g. kling, Qubico/flux1-dev',
					description: 'Start the workflow only for tasks of these models, separated by commas',
				},
			],
		}),
	};

	async trigger(this: ITriggerFunctions) {
		return await catchUp(this, { source: piapiDeliveries, missed: missedTasks });
	}

	async webhook(this: IWebhookFunctions) {
		return await receive(this, piapiDeliveries);
	}

	async execute(this: IExecuteFunctions) {
		return await emit(this, piapiDeliveries);
	}
}
