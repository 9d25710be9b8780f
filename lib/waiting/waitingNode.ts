import type { ExpressionString, IWebhookDescription } from 'n8n-workflow';

/** One output, and a second one while a wait separates what did not complete. */
export const waitOutputs: ExpressionString =
	'={{ ($parameter["completion"] ?? $parameter["operation"]) === "wait" && $parameter["options"]?.["separateFailed"] ? [{ type: "main", displayName: "Completed" }, { type: "main", displayName: "Not Completed" }] : [{ type: "main" }] }}';

/** The webhook of a node whose execution is parked, at the execution's resume URL plus the node's id. */
export const WAITING_WEBHOOKS: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];
