import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const box: SenderDefinition = {
	name: 'Box',
	scheme: {
		...signedBody('BOX-SIGNATURE-PRIMARY', {
			encoding: 'base64',
			content: '{body}{timestamp}',
			timestamp: { headers: ['BOX-DELIVERY-TIMESTAMP'], unit: 'date' },
		}),
		signature: { headers: ['BOX-SIGNATURE-PRIMARY', 'BOX-SIGNATURE-SECONDARY'], all: true },
	},
	id: [{ path: 'id' }],
	type: [{ path: 'trigger' }],
	occurredAt: [{ path: 'created_at' }],
	data: 'source',
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b> of your app, and its primary signature key into <b>Secret</b> of the credential. While keys change, the secondary key goes into <b>Previous Secret</b>.',
	source: 'docs/reference/senders.md 4',
};
