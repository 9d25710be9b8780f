import { createHmac } from 'node:crypto';

/**
 * The secret of one execution's callbacks, derived from the provider's: it opens nothing else and is
 * stored nowhere.
 */
export function callbackSecret(secret: string, executionId: string, nodeId: string): string {
	return createHmac('sha256', secret)
		.update(`n8n-nodes-pihooks:wait:${executionId}:${nodeId}`)
		.digest('hex');
}
