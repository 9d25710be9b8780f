import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const calCom: SenderDefinition = {
	name: 'Cal.com',
	scheme: signedBody('X-Cal-Signature-256'),
	id: [{ hash: 'body' }],
	type: [{ path: 'triggerEvent' }],
	occurredAt: [{ path: 'createdAt' }],
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b>, and its secret into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
