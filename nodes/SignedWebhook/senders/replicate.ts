import type { SenderDefinition } from '../senderDefinition';
import { standardWebhooks } from '../../../lib/signatures/schemes';

export const replicate: SenderDefinition = {
	name: 'Replicate',
	scheme: standardWebhooks,
	id: [],
	type: [{ path: 'status' }],
	occurredAt: [{ path: 'timestamp' }, { path: 'created_at' }],
	setup:
		'Paste the <b>production URL</b> above as <code>webhook</code> of a prediction, and the signing secret that <code>GET /v1/webhooks/default/secret</code> shows into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
