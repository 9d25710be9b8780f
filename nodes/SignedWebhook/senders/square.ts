import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const square: SenderDefinition = {
	name: 'Square',
	scheme: signedBody('x-square-hmacsha256-signature', {
		encoding: 'base64',
		content: '{url}{body}',
	}),
	id: [{ path: 'event_id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'created_at' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks → Subscriptions</b> of your app, and its signature key into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
