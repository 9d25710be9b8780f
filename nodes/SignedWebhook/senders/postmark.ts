import type { SenderDefinition } from '../senderDefinition';

export const postmark: SenderDefinition = {
	name: 'Postmark',
	scheme: { kind: 'basicAuth' },
	id: [{ hash: 'body' }],
	type: [{ path: 'RecordType' }],
	occurredAt: [{ path: 'ReceivedAt' }, { path: 'DeliveredAt' }, { path: 'BouncedAt' }],
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b> of the stream with basic authentication: the same user name and password into <b>User Name</b> and <b>Secret</b> of the credential. Nothing is signed. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
