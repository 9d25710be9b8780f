import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const heyGen: SenderDefinition = {
	name: 'HeyGen',
	scheme: signedBody('Heygen-Signature'),
	id: [{ header: 'Heygen-Event-Id' }],
	type: [{ path: 'event_type' }],
	occurredAt: [],
	data: 'event_data',
	setup:
		'Paste the <b>production URL</b> above when you register the endpoint, and its secret, whole with <code>whsec_</code> into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
