import { createHmac } from 'node:crypto';
import type { PiapiCredential } from './api';

/** The contract's label: whoever knows the API key can derive the same secret. */
const LABEL = 'n8n-nodes-pihooks:webhook-secret';

/** The secret to attach to a task: the credential's own, or one derived from the API key. */
export function webhookSecret({ apiKey, webhookSecret: chosen }: PiapiCredential): string {
	// HTTP drops white space around a header's value, so it can be no part of the secret.
	if (chosen?.trim()) return chosen.trim();
	return apiKey ? createHmac('sha256', apiKey).update(LABEL).digest('hex') : '';
}

/** The secrets to accept in `x-webhook-secret`: the current one, and the previous while it is set. */
export function webhookSecrets(credential: PiapiCredential): string[] {
	return [webhookSecret(credential), credential.previousWebhookSecret?.trim() ?? ''].filter(
		Boolean,
	);
}
