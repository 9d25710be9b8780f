import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const xero: SenderDefinition = {
	name: 'Xero',
	scheme: signedBody('x-xero-signature', { encoding: 'base64' }),
	id: [{ hash: 'body' }],
	type: [{ path: 'eventType' }],
	occurredAt: [{ path: 'eventDateUtc' }],
	list: 'events',
	handshakes: [
		{
			method: 'POST',
			when: {
				'body:firstEventSequence': '0',
				'body:lastEventSequence': '0',
				'body:events.0.eventType': false,
			},
			proof: 'signature',
			answer: { text: '' },
		},
	],
	answers: [{ answer: { text: '' } }],
	refusesSilently: true,
	setup:
		'Paste the <b>production URL</b> above into <b>Webhooks</b> of your app and its <b>webhooks key</b> into <b>Secret</b> of the credential. Publish first, then let Xero send its <b>intent to receive</b>: answers have no body, as Xero wants it. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
