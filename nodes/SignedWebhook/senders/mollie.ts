import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const mollie: SenderDefinition = {
	name: 'Mollie',
	scheme: {
		...signedBody('X-Mollie-Signature'),
		signature: { headers: ['X-Mollie-Signature'], prefix: 'sha256=', all: true },
	},
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'createdAt' }],
	data: '_embedded.entity',
	setup:
		'Paste the <b>production URL</b> above under <b>Developers → Webhooks</b>, and its signing secret into <b>Secret</b> of the credential. The classic webhooks of payments are not signed: use Secret Header with a query parameter for them.',
	source: 'docs/reference/senders.md 3',
};
