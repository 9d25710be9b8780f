import type { IWebhookDescription } from 'n8n-workflow';

/**
 * The one webhook of every trigger. n8n sends 200 once the execution is stored; a blank `responseData`
 * makes it send the node's own answer as the body (docs/reference/n8n.md 1).
 */
export const TRIGGER_WEBHOOKS: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: 'webhook',
	},
];
