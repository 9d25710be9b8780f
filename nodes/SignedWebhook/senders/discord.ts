import type { SenderDefinition } from '../senderDefinition';

export const discord: SenderDefinition = {
	name: 'Discord (Interactions)',
	scheme: {
		kind: 'publicKey',
		algorithm: 'ed25519',
		signature: { headers: ['X-Signature-Ed25519'] },
		encoding: 'hex',
		content: '{timestamp}{body}',
		timestamp: { headers: ['X-Signature-Timestamp'], unit: 's' },
	},
	id: [{ path: 'id' }],
	type: [{ path: 'data.name' }, { path: 'type' }],
	occurredAt: [],
	keyPair: 'only',
	secrets: [],
	handshakes: [
		{
			method: 'POST',
			when: { 'body:type': '1' },
			proof: 'signature',
			answer: { json: { type: 1 } },
		},
	],
	answers: [{ answer: { json: { type: 5 } } }],
	setup:
		'Paste the <b>production URL</b> above into <b>Interactions Endpoint URL</b> of your app, and its <b>Public Key</b> into <b>Public Key</b> of the credential. Publish first: Discord checks the URL at once. Interactions are answered as deferred: send the message itself with the interaction token.',
	source: 'docs/reference/senders.md 5',
};
