import type { SenderDefinition } from '../senderDefinition';

export const assemblyAi: SenderDefinition = {
	name: 'AssemblyAI',
	scheme: { kind: 'sharedSecret', at: 'header:X-Webhook-Secret' },
	id: [{ joined: [{ path: 'transcript_id' }, { path: 'status' }] }],
	type: [{ path: 'status' }],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above as <code>webhook_url</code>, with <code>webhook_auth_header_name</code> <code>X-Webhook-Secret</code> and a value of your own that you type into <b>Secret</b> of the credential too. Nothing is signed: this tells who sent a delivery, but protects neither its content nor against a replay.',
	source: 'docs/reference/senders.md 2',
};
