import type { IWebhookDescription } from 'n8n-workflow';

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
