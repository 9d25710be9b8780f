import type { SenderDefinition } from '../senderDefinition';
import { parts } from '../../../lib/signatures/schemes';

export const calendly: SenderDefinition = {
	name: 'Calendly',
	scheme: parts('Calendly-Webhook-Signature', 'v1='),
	id: [{ hash: 'body' }],
	type: [{ path: 'event' }],
	occurredAt: [{ path: 'created_at' }],
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above as <code>url</code> of <code>POST /webhook_subscriptions</code>, and its signing key into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
