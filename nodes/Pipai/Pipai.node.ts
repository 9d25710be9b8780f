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
import { backtest } from './resources/backtest';
import { backtestSource } from './resources/backtest/backtestSource';
import { strategy } from './resources/strategy';
import { webhook } from './resources/webhook';

const RESOURCES = [strategy, backtest, webhook];

export class Pipai implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PipAI',
		name: 'pipai',
		icon: { light: 'file:../../icons/pipai.svg', dark: 'file:../../icons/pipai.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create strategies, run backtests and manage webhooks at PipAI',
		defaults: { name: 'PipAI' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: waitOutputs,
		credentials: [{ name: 'pipaiApi', required: true }],
		webhooks: WAITING_WEBHOOKS,
		waitingNodeTooltip: 'Looking at the backtests now and then until they are done',
		properties: operationProperties(RESOURCES),
	};

	async execute(this: IExecuteFunctions) {
		return await runOperation(this, RESOURCES);
	}

	async webhook(this: IWebhookFunctions) {
		return await collect(this, backtestSource);
	}
}
