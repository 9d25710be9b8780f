import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { emit } from '../../lib/delivery/emit';
import { receive } from '../../lib/delivery/receive';
import { triggerProperties } from '../../lib/delivery/triggerProperties';
import { signedDeliveries } from './deliveries';
import { customFields } from './fields/customFields';
import { placeFields } from './fields/placeFields';
import { schemeFields } from './fields/schemeFields';
import { senderOptions, WHERE_TIME_IS_SENT } from './fields/senderOptions';
import { readParameter } from './readParameter';
import { refuseUnusable } from './refuseUnusable';
import { answerSetup } from './setup';
import { testCredential } from './testCredential';
import { WEBHOOKS } from './webhooks';

export class SignedWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signed Webhook Trigger',
		name: 'signedWebhookTrigger',
		icon: {
			light: 'file:../../icons/signedWebhook.svg',
			dark: 'file:../../icons/signedWebhook.dark.svg',
		},
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: '={{ $parameter["scheme"] + ": " + $parameter["events"] }}',
		description:
			'Starts the workflow when a signed webhook arrives (of 75 senders by name, any HMAC, JWT or public key), once per event',
		defaults: { name: 'Signed Webhook Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'signedWebhookApi', required: true, testedBy: 'testCredential' },
			{
				name: 'sharedClaimsApi',
				displayName: 'Shared Claims (Optional)',
				required: false,
				displayOptions: { show: { '@version': [1] } },
			},
		],
		webhooks: WEBHOOKS,
		eventTriggerDescription: 'Copy the test URL first, then let your sender deliver an event to it',
		activationMessage: 'The sender can deliver to the production URL now.',
		triggerPanel: {
			header: 'Give your sender this webhook URL',
			executionsHelp: {
				inactive:
					'Paste the <b>test URL</b> at the sender to try it out while you listen here, and the <b>production URL</b> once the workflow is published. What else goes where is told below <b>Scheme</b>.',
				active:
					'This workflow is published: every delivery to the <b>production URL</b> that is signed, on time and new starts it. To try something out, listen here and use the <b>test URL</b>.',
			},
			activationHint: 'Publish the workflow, then paste the production URL at the sender.',
		},
		properties: [
			...schemeFields,
			...customFields,
			...placeFields,
			...triggerProperties({
				events: 'patterns',
				options: senderOptions,
				has: { tolerance: WHERE_TIME_IS_SENT },
			}),
		],
	};

	methods = { credentialTest: { testCredential } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions) {
				return await refuseUnusable(this);
			},
			async create(this: IHookFunctions) {
				return await refuseUnusable(this);
			},
			async delete() {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions) {
		const read = readParameter(this);
		return (await answerSetup(this, read)) ?? (await receive(this, signedDeliveries(read)));
	}

	async execute(this: IExecuteFunctions) {
		return await emit(this, signedDeliveries(readParameter(this)));
	}
}
