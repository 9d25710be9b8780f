import type { SenderDefinition } from '../senderDefinition';

export const microsoftGraph: SenderDefinition = {
	name: 'Microsoft Graph',
	scheme: { kind: 'sharedSecret', at: 'body:value.0.clientState' },
	id: [{ hash: 'body' }],
	type: [{ path: 'changeType' }, { path: 'lifecycleEvent' }],
	occurredAt: [],
	list: 'value',
	secrets: ['clientState'],
	handshakes: [
		{
			method: 'POST',
			when: { 'query:validationToken': true },
			proof: 'none',
			answer: { text: '{query:validationToken}' },
		},
	],
	setup:
		'Paste the <b>production URL</b> above as <code>notificationUrl</code> of a subscription while this workflow is published, with a <code>clientState</code> of your own that you type into <b>Secret</b> of the credential too. Each entry of a delivery becomes an item. Nothing is signed: this tells who sent a delivery, but protects neither its content nor against a replay.',
	source: 'docs/reference/senders.md 5',
};
