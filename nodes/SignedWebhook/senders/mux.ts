import type { SenderDefinition } from '../senderDefinition';
import { parts } from '../../../lib/signatures/schemes';

export const mux: SenderDefinition = {
	name: 'Mux',
	scheme: parts('Mux-Signature', 'v1='),
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'created_at' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b>, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
