import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const linear: SenderDefinition = {
	name: 'Linear',
	scheme: signedBody('Linear-Signature', {
		timestamp: { at: 'body:webhookTimestamp', unit: 'ms' },
	}),
	id: [{ header: 'Linear-Delivery' }],
	type: [{ header: 'Linear-Event' }],
	occurredAt: [{ path: 'createdAt' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → API → Webhooks</b>, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
