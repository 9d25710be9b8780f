import type { SenderDefinition } from '../senderDefinition';
import { standardWebhooks } from '../../../lib/signatures/schemes';

export const svix: SenderDefinition = {
	name: 'Svix',
	scheme: standardWebhooks,
	id: [],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'timestamp' }, { path: 'created_at' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above as an endpoint, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
