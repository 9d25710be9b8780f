import type { SenderDefinition } from '../senderDefinition';
import { standardWebhooks } from '../../../lib/signatures/schemes';

export const resend: SenderDefinition = {
	name: 'Resend',
	scheme: standardWebhooks,
	id: [],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'timestamp' }, { path: 'created_at' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b>, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
