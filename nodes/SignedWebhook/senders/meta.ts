import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const meta: SenderDefinition = {
	name: 'Meta (Facebook, Instagram, WhatsApp)',
	scheme: signedBody('X-Hub-Signature-256', { prefix: 'sha256=' }),
	id: [{ hash: 'body' }],
	type: [{ path: 'changes.0.field' }, { path: 'object' }],
	occurredAt: [],
	list: 'entry',
	handshakes: [
		{
			method: 'GET',
			when: { 'query:hub.mode': 'subscribe', 'query:hub.challenge': true },
			proof: { token: 'query:hub.verify_token' },
			answer: { text: '{query:hub.challenge}' },
		},
	],
	setup:
		'Paste the <b>production URL</b> above and a <b>Verify Token</b> of your own into <b>Webhooks</b> of your app, the same token into the field below, and the <b>App Secret</b> into <b>Secret</b> of the credential. Publish first. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
