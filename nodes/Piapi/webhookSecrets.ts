import { createHmac } from 'node:crypto';

/** The fields of `piapiApi` that prove callbacks. */
export interface SecretFields {
	apiKey: string;
	webhookSecret?: string;
	previousWebhookSecret?: string;
}

/** The contract's label: whoever knows the API key can derive the same secret. */
const LABEL = 'n8n-nodes-pihooks:webhook-secret';

/** The secret to attach to a task: the credential's own, or one derived from the API key. */
export function webhookSecret({ apiKey, webhookSecret: chosen }: SecretFields): string {
	// HTTP drops white space around a header's value, so it can be no part of the secret.
	if (chosen?.trim()) return chosen.trim();
	return apiKey ? derived(apiKey) : '';
}

function derived(apiKey: string): string {
	return createHmac('sha256', apiKey).update(LABEL).digest('hex');
}

/**
 * The secrets to accept in `x-webhook-secret`: the current one, and the previous while it is set. That
 * may be the previous API key, which tasks created under it have their secret from.
 */
export function webhookSecrets(credential: SecretFields): string[] {
	const previous = credential.previousWebhookSecret?.trim();
	const accepted = [webhookSecret(credential), ...(previous ? [previous, derived(previous)] : [])];
	return accepted.filter(Boolean);
}
