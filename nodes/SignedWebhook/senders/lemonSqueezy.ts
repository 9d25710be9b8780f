import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const lemonSqueezy: SenderDefinition = {
	name: 'Lemon Squeezy',
	scheme: signedBody('X-Signature'),
	id: [{ hash: 'body' }],
	type: [{ header: 'X-Event-Name' }],
	occurredAt: [],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b>, and its signing secret into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
