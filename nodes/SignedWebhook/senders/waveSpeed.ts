import type { SenderDefinition } from '../senderDefinition';
import { standardWebhooks } from '../../../lib/signatures/schemes';

export const waveSpeed: SenderDefinition = {
	name: 'WaveSpeed',
	scheme: {
		...standardWebhooks,
		signature: { headers: ['webhook-signature'], separator: ' ', prefix: 'v3,' },
		encoding: 'hex',
		timestamp: { headers: ['webhook-timestamp'], unit: 's' },
		id: { headers: ['webhook-id'] },
		secret: { encoding: 'utf8', prefix: 'whsec_', trim: true },
		ed25519: undefined,
	},
	id: [],
	type: [{ path: 'status' }],
	occurredAt: [{ path: 'created_at' }],
	setup:
		'Paste the <b>production URL</b> above as <code>webhook</code> of a job, and its webhook secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
