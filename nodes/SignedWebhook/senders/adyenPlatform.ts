import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const adyenPlatform: SenderDefinition = {
	name: 'Adyen (Platforms)',
	scheme: signedBody('HmacSignature', {
		encoding: 'base64',
		secret: { encoding: 'hex', trim: true },
	}),
	id: [{ hash: 'body' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'timestamp' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Developers → Webhooks</b>, and its HMAC key, in hex into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 5',
};
