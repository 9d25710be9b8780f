import type { SenderDefinition } from '../senderDefinition';
import { standardWebhooks } from '../../../lib/signatures/schemes';

export const openAi: SenderDefinition = {
	name: 'OpenAI',
	scheme: standardWebhooks,
	id: [],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'timestamp' }, { path: 'created_at' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b> of the project, and its signing secret (<code>whsec_…</code>) into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
