import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { emit } from '../../lib/delivery/emit';
import { receive } from '../../lib/delivery/receive';
import { triggerProperties } from '../../lib/delivery/triggerProperties';
import { TRIGGER_WEBHOOKS } from '../../lib/delivery/triggerWebhooks';
import { liveKitDeliveries } from './deliveries';
import { liveKitEvents } from './events';
import { testKey } from './testKey';

export class LiveKitTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LiveKit Trigger',
		name: 'liveKitTrigger',
		icon: { light: 'file:../../icons/liveKit.svg', dark: 'file:../../icons/liveKit.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].includes("*") ? "All events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens in a LiveKit room',
		defaults: { name: 'LiveKit Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'liveKitApi', required: true, testedBy: 'testKey' },
			{
				name: 'sharedClaimsApi',
				displayName: 'Shared Claims (Optional)',
				required: false,
				displayOptions: { show: { '@version': [1] } },
			},
		],
		webhooks: TRIGGER_WEBHOOKS,
		eventTriggerDescription: 'Join or leave a room of your project',
		activationMessage:
			'LiveKit can call the production URL now. Enter it in the settings of your LiveKit project.',
		triggerPanel: {
			header: 'Enter the webhook URL in LiveKit',
			executionsHelp: {
				inactive:
					'LiveKit has no API for webhooks. Open <b>Settings → Webhooks</b> of your project at LiveKit Cloud (or <b>webhook.urls</b> in the configuration of your own server), add the <b>production URL</b> of this node and choose the API key that the credential holds. To try it out, listen here and add the <b>test URL</b> too.',
				active:
					'This workflow is published: it starts whenever LiveKit calls the <b>production URL</b>. If nothing comes, check that the URL is entered under <b>Settings → Webhooks</b> of your project, with the API key that the credential holds.',
			},
			activationHint: 'Enter the production URL under Settings → Webhooks of your project.',
		},
		properties: triggerProperties({
			events: liveKitEvents,
			has: { tolerance: true },
			options: [
				{
					displayName: 'Room',
					name: 'room',
					type: 'string',
					default: '',
					placeholder: 'e.g. lobby, support',
					description: 'Start the workflow only for rooms with these names, separated by commas',
				},
			],
		}),
	};

	methods = { credentialTest: { testKey } };

	async webhook(this: IWebhookFunctions) {
		return await receive(this, liveKitDeliveries);
	}

	async execute(this: IExecuteFunctions) {
		return await emit(this, liveKitDeliveries);
	}
}
