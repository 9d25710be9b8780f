import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const twilio: SenderDefinition = {
	name: 'Twilio',
	scheme: signedBody('X-Twilio-Signature', {
		algorithm: 'sha1',
		encoding: 'base64',
		content: '{url}{sortedForm}',
		withDigestInUrl: { parameter: 'bodySHA256', content: '{url}' },
	}),
	id: [{ header: 'I-Twilio-Idempotency-Token' }, { hash: 'body' }],
	type: [
		{ path: 'MessageStatus' },
		{ path: 'CallStatus' },
		{ path: 'SmsStatus' },
		{ path: 'EventType' },
	],
	occurredAt: [],
	answers: [{ answer: { text: '' } }],
	setup:
		'Paste the <b>production URL</b> above as webhook of the number or service, and the <b>Auth Token</b> of the account into <b>Secret</b> of the credential. Twilio signs the fields of its form without anything between name and value.',
	source: 'docs/reference/senders.md 5',
};
