import type { SenderDefinition } from '../senderDefinition';

export const dId: SenderDefinition = {
	name: 'D-ID',
	scheme: { kind: 'sharedSecret', at: 'query:token' },
	id: [{ joined: [{ path: 'id' }, { path: 'status' }] }],
	type: [{ path: 'status' }],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above with <code>?token=</code> and a long random text behind it as <code>webhook</code>, and that text into <b>Secret</b> of the credential. Nothing is signed: this tells who sent a delivery, but protects neither its content nor against a replay.',
	source: 'docs/reference/senders.md 5',
};
