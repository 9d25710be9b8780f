import type { SenderDefinition } from '../senderDefinition';

export const eventbrite: SenderDefinition = {
	name: 'Eventbrite',
	scheme: { kind: 'sharedSecret', at: 'query:token' },
	id: [{ header: 'X-Eventbrite-Delivery' }],
	type: [{ path: 'config.action' }],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above with <code>?token=</code> and a long random text behind it under <b>Webhooks</b>, and that text into <b>Secret</b> of the credential. Nothing is signed: this tells who sent a delivery, but protects neither its content nor against a replay.',
	source: 'docs/reference/senders.md 5',
};
