import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const goCardless: SenderDefinition = {
	name: 'GoCardless',
	scheme: signedBody('Webhook-Signature'),
	id: [{ path: 'id' }],
	type: [{ path: 'action' }],
	occurredAt: [{ path: 'created_at' }],
	list: 'events',
	setup:
		'Paste the <b>production URL</b> above under <b>Developers → Webhook endpoints</b>, and its secret into <b>Secret</b> of the credential. Each entry of a delivery becomes an item.',
	source: 'docs/reference/senders.md 3',
};
