import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const notion: SenderDefinition = {
	name: 'Notion',
	scheme: signedBody('X-Notion-Signature', { prefix: 'sha256=' }),
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'timestamp' }],
	data: 'data',
	handshakes: [
		{
			method: 'POST',
			when: { 'body:verification_token': true, 'body:type': false },
			proof: 'none',
			answer: {},
			shows: 'body:verification_token',
		},
	],
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b> of your integration. Notion sends a <b>verification token</b>: it is shown when you listen for a test event with the test URL, or starts a run when <code>verification</code> is named in Events. Paste it at Notion and into <b>Secret</b> of the credential (any text until then).',
	source: 'docs/reference/senders.md 3',
};
