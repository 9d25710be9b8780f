import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const intercom: SenderDefinition = {
	name: 'Intercom',
	scheme: signedBody('X-Hub-Signature', { prefix: 'sha1=', algorithm: 'sha1' }),
	id: [{ path: 'id' }],
	type: [{ path: 'topic' }],
	occurredAt: [{ path: 'created_at' }],
	data: 'data',
	handshakes: [{ method: 'HEAD', proof: 'none', answer: {} }],
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b> of your app, and its client secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
