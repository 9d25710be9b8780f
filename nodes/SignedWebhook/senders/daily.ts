import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const daily: SenderDefinition = {
	name: 'Daily',
	scheme: signedBody('X-Webhook-Signature', {
		encoding: 'base64',
		content: '{timestamp}.{body}',
		timestamp: { headers: ['X-Webhook-Timestamp'], unit: 's' },
		secret: { encoding: 'base64', trim: true },
	}),
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'event_ts' }],
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above as <code>url</code> of <code>POST /webhooks</code>, and its <code>hmac</code>, which is base64 into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 4',
};
