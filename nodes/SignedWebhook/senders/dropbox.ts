import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const dropbox: SenderDefinition = {
	name: 'Dropbox',
	scheme: signedBody('X-Dropbox-Signature'),
	id: [],
	type: [],
	occurredAt: [],
	hasNoId: true,
	handshakes: [
		{
			method: 'GET',
			when: { 'query:challenge': true },
			proof: 'none',
			answer: { text: '{query:challenge}' },
		},
	],
	setup:
		'Paste the <b>production URL</b> above into <b>Webhook URIs</b> of your app while this workflow is published, and the <b>App secret</b> into <b>Secret</b> of the credential. Dropbox names accounts, not changes, and sends no event ID: every delivery starts a run.',
	source: 'docs/reference/senders.md 3',
};
