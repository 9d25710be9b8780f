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
import { account } from './resources/account';
import { chat } from './resources/chat';
import { file } from './resources/file';
import { midjourney } from './resources/midjourney';
import { task } from './resources/task';
import { TEST_URL_HINT } from './testUrlHint';
import { waitingSource } from './waitingSource';

const RESOURCES = [task, file, account, chat, midjourney];

export class Piapi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PiAPI',
		name: 'piapi',
		icon: { light: 'file:../../icons/piapi.svg', dark: 'file:../../icons/piapi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create images, videos, music and 3D models with PiAPI, and wait for them without polling',
		defaults: { name: 'PiAPI' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: waitOutputs,
		credentials: [{ name: 'piapiApi', required: true }],
		webhooks: WAITING_WEBHOOKS,
		waitingNodeTooltip: 'Waiting for PiAPI to call back when all tasks are done',
		hints: [TEST_URL_HINT],
		properties: operationProperties(RESOURCES),
	};

	async execute(this: IExecuteFunctions) {
		return await runOperation(this, RESOURCES);
	}

	async webhook(this: IWebhookFunctions) {
		return await collect(this, waitingSource(this));
	}
}
