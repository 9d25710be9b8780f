import type { SenderDefinition } from '../senderDefinition';

export const discordEvents: SenderDefinition = {
	name: 'Discord (Webhook Events)',
	scheme: {
		kind: 'publicKey',
		algorithm: 'ed25519',
		signature: { headers: ['X-Signature-Ed25519'] },
		encoding: 'hex',
		content: '{timestamp}{body}',
		timestamp: { headers: ['X-Signature-Timestamp'], unit: 's' },
	},
	id: [{ hash: 'body' }],
	type: [{ path: 'event.type' }],
	occurredAt: [{ path: 'event.timestamp' }],
	keyPair: 'only',
	data: 'event.data',
	handshakes: [
		{ method: 'POST', when: { 'body:type': '0' }, proof: 'signature', answer: { status: 204 } },
	],
	answers: [{ answer: { status: 204 } }],
	setup:
		'Paste the <b>production URL</b> above into <b>Webhooks → Endpoint</b> of your app, and its <b>Public Key</b> into <b>Public Key</b> of the credential. Publish first. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 5',
};
