import type { SenderDefinition } from '../senderDefinition';

export const okta: SenderDefinition = {
	name: 'Okta (Event Hooks)',
	scheme: { kind: 'sharedSecret', at: 'header:Authorization' },
	id: [{ path: 'uuid' }],
	type: [{ path: 'eventType' }],
	occurredAt: [{ path: 'published' }],
	list: 'data.events',
	handshakes: [
		{
			method: 'GET',
			when: { 'header:x-okta-verification-challenge': true },
			proof: 'none',
			answer: { json: { verification: '{header:x-okta-verification-challenge}' } },
		},
	],
	setup:
		'Paste the <b>production URL</b> above under <b>Workflow → Event Hooks</b> with the authentication field <code>Authorization</code> and a secret of your own, which you type into <b>Secret</b> of the credential too. Publish before you verify it. Nothing is signed: this tells who sent a delivery, but protects neither its content nor against a replay.',
	source: 'docs/reference/senders.md 2',
};
