import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const coinbase: SenderDefinition = {
	name: 'Coinbase Commerce',
	scheme: signedBody('X-CC-Webhook-Signature'),
	id: [{ path: 'event.id' }],
	type: [{ path: 'event.type' }],
	occurredAt: [{ path: 'event.created_at' }],
	data: 'event',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Notifications</b>, and its shared secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
