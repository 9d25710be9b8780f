import type { SenderDefinition } from '../senderDefinition';
import { parts } from '../../../lib/signatures/schemes';

export const sanity: SenderDefinition = {
	name: 'Sanity',
	scheme: parts('sanity-webhook-signature', 'v1=', { unit: 'ms', encoding: 'base64url' }),
	id: [{ header: 'idempotency-key' }],
	type: [{ header: 'sanity-operation' }],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above under <b>API → Webhooks</b> of the project, and its secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
