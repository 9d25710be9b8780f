import type { SenderDefinition } from '../senderDefinition';
import { parts } from '../../../lib/signatures/schemes';

export const paddle: SenderDefinition = {
	name: 'Paddle Billing',
	scheme: parts('Paddle-Signature', 'h1=', {
		separator: ';',
		time: 'ts=',
		content: '{timestamp}:{body}',
	}),
	id: [{ path: 'event_id' }],
	type: [{ path: 'event_type' }],
	occurredAt: [{ path: 'occurred_at' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Developer tools → Notifications</b>, and its secret key into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
