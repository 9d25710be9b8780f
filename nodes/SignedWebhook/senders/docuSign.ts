import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const docuSign: SenderDefinition = {
	name: 'DocuSign Connect',
	scheme: {
		...signedBody('X-DocuSign-Signature-1', { encoding: 'base64' }),
		signature: {
			headers: Array.from({ length: 10 }, (_, at) => `X-DocuSign-Signature-${at + 1}`),
			all: true,
		},
	},
	id: [{ hash: 'body' }],
	type: [{ path: 'event' }],
	occurredAt: [{ path: 'generatedDateTime' }],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above under <b>Connect</b>, with HMAC signatures on, and its HMAC key into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
