import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const vercel: SenderDefinition = {
	name: 'Vercel',
	scheme: signedBody('x-vercel-signature', { algorithm: 'sha1' }),
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'createdAt' }],
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b> of the team, and its secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
