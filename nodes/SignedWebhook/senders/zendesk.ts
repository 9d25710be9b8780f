import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const zendesk: SenderDefinition = {
	name: 'Zendesk',
	scheme: signedBody('X-Zendesk-Webhook-Signature', {
		encoding: 'base64',
		content: '{timestamp}{body}',
		timestamp: { headers: ['X-Zendesk-Webhook-Signature-Timestamp'], unit: 'date' },
	}),
	id: [{ path: 'id' }, { header: 'X-Zendesk-Webhook-Invocation-Id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'time' }],
	data: 'event',
	setup:
		'Paste the <b>production URL</b> above under <b>Apps and integrations → Webhooks</b>, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 4',
};
