import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { keyNamed, opensshLine } from '../../sandbox/pipevest/keys.mts';
import { ADDRESS } from '../signatures/message.mts';
import { SECRET, type Sender } from '../senders.mts';

const IDS = { instance: 'bench', workflow: 'workflow-1', node: 'node-1' };

/** A delivery on its way into a trigger. */
export interface Arrival {
	headers: Record<string, string>;
	body: Buffer;
}

/** What a node asks of n8n while it takes a delivery, answered without n8n. */
export interface HandMade {
	context: IWebhookFunctions;
	/** As n8n does once the execution is stored. */
	finish(): void;
}

function staticData({ type }: Sender): IDataObject {
	const secret =
		type === 'pipevestTrigger' ? opensshLine(keyNamed('deliveries 0'), 'bench') : SECRET;
	const owner = Object.values(IDS).join(':');
	return { registration: { id: 'webhook-1', secret, url: ADDRESS, owner } };
}

/** Contexts of the deliveries to one trigger, made as cheaply as can be: they are not measured. */
export function contextsOf(sender: Sender): (arrival: Arrival) => HandMade {
	const { credential, parameters } = sender;
	const kept = staticData(sender);
	const node = { id: IDS.node, name: sender.name, credentials: { [credential.type]: {} } };
	const workflow = { id: IDS.workflow, name: 'Bench', active: true };
	const shared = {
		getNodeParameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback,
		getCredentials: async () => credential.data,
		getWorkflowStaticData: () => kept,
		getNodeWebhookUrl: () => ADDRESS,
		getWorkflow: () => workflow,
		getNode: () => node,
		getMode: () => 'webhook',
		getInstanceId: () => IDS.instance,
		getExecutionId: () => undefined,
	};
	return ({ headers, body }) => {
		const ended: Array<() => void> = [];
		const request = {
			method: 'POST',
			originalUrl: '/webhook/0b6e2a0e/webhook',
			contentType: 'application/json',
			rawHeaders: Object.entries(headers).flat(),
			headers,
			rawBody: body,
		};
		const response = {
			statusCode: 200,
			once: (event: string, listener: () => void) => event === 'finish' && ended.push(listener),
			status: () => response,
			json: () => response,
			end: () => response,
		};
		const context = {
			...shared,
			getRequestObject: () => request,
			getResponseObject: () => response,
		} as object as IWebhookFunctions;
		return { context, finish: () => ended.forEach((end) => end()) };
	};
}
