import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const mailgun: SenderDefinition = {
	name: 'Mailgun',
	scheme: {
		...signedBody(''),
		signature: { headers: [], at: 'body:signature.signature' },
		content: '{timestamp}{body:signature.token}',
		timestamp: { at: 'body:signature.timestamp', unit: 's' },
	},
	id: [{ path: 'event-data.id' }],
	type: [{ path: 'event-data.event' }],
	occurredAt: [{ path: 'event-data.timestamp' }],
	data: 'event-data',
	setup:
		'Paste the <b>production URL</b> above under <b>Sending → Webhooks</b>, and the <b>HTTP webhook signing key</b> into <b>Secret</b> of the credential. Mailgun signs a token and not the body.',
	source: 'docs/reference/senders.md 5',
};
