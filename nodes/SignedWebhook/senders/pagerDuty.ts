import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const pagerDuty: SenderDefinition = {
	name: 'PagerDuty',
	scheme: {
		...signedBody('X-PagerDuty-Signature'),
		signature: { headers: ['X-PagerDuty-Signature'], separator: ',', prefix: 'v1=' },
	},
	id: [{ path: 'event.id' }],
	type: [{ path: 'event.event_type' }],
	occurredAt: [{ path: 'event.occurred_at' }],
	data: 'event.data',
	setup:
		'Paste the <b>production URL</b> above under <b>Integrations → Generic Webhooks (v3)</b>, and its secret, which is shown once into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
