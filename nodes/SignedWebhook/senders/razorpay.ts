import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const razorpay: SenderDefinition = {
	name: 'Razorpay',
	scheme: signedBody('X-Razorpay-Signature'),
	id: [{ header: 'x-razorpay-event-id' }],
	type: [{ path: 'event' }],
	occurredAt: [{ path: 'created_at' }],
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b>, and its secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
