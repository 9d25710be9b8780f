import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const bitbucket: SenderDefinition = {
	name: 'Bitbucket',
	scheme: signedBody('X-Hub-Signature', { prefix: 'sha256=' }),
	id: [{ header: 'X-Request-UUID' }],
	type: [{ header: 'X-Event-Key' }],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above under <b>Repository settings → Webhooks</b>, and its secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
