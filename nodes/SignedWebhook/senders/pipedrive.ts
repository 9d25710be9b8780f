import type { SenderDefinition } from '../senderDefinition';

export const pipedrive: SenderDefinition = {
	name: 'Pipedrive',
	scheme: { kind: 'basicAuth' },
	id: [{ path: 'meta.id' }],
	type: [{ path: 'meta.action' }],
	occurredAt: [{ path: 'meta.timestamp' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Tools → Webhooks</b> with an HTTP Auth user name and password: the same into <b>User Name</b> and <b>Secret</b> of the credential. Nothing is signed.',
	source: 'docs/reference/senders.md 3',
};
