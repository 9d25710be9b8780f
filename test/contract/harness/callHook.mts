import { HookContext } from 'n8n-core';
import type { ICredentialsHelper, IWebhookData, INode, Workflow } from 'n8n-workflow';
import { additionalDataOf } from './additionalDataOf.mts';
import { nodeTypes } from './builtPackage.mts';
import { losePatience, type Impatience } from './losePatience.mts';

export type HookMethod = 'checkExists' | 'create' | 'delete';

interface Situation {
	workflow: Workflow;
	url: string;
	helper: ICredentialsHelper;
	/** Between "Listen for test event" and the first event. */
	listening: boolean;
	impatience: Impatience;
}

/** Calls a method of a node's registration, as n8n does when a workflow is switched on or off. */
export async function callHook(
	{ workflow, url, helper, listening, impatience }: Situation,
	method: HookMethod,
	name: string,
): Promise<boolean | undefined> {
	const node = workflow.getNode(name) as INode;
	const type = nodeTypes.getByNameAndVersion(node.type);
	const mode = listening ? 'manual' : 'trigger';
	const additional = additionalDataOf(url, workflow, mode, '', helper);
	const data = {
		webhookDescription: type.description.webhooks?.[0],
		node: name,
		isTest: listening,
		workflowExecuteAdditionalData: additional,
	} as unknown as IWebhookData;
	const activation = listening ? 'manual' : 'activate';
	const context = new HookContext(workflow, node, additional, mode, activation, data);
	losePatience(context, impatience);
	return await type.webhookMethods?.default?.[method].call(context);
}
