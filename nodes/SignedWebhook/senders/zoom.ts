import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const zoom: SenderDefinition = {
	name: 'Zoom',
	scheme: signedBody('x-zm-signature', {
		prefix: 'v0=',
		content: 'v0:{timestamp}:{body}',
		timestamp: { headers: ['x-zm-request-timestamp'], unit: 's' },
	}),
	id: [{ hash: 'body' }],
	type: [{ path: 'event' }],
	occurredAt: [{ path: 'event_ts' }],
	data: 'payload',
	handshakes: [
		{
			method: 'POST',
			when: { 'body:event': 'endpoint.url_validation', 'body:payload.plainToken': true },
			proof: 'signature',
			answer: {
				json: {
					plainToken: '{body:payload.plainToken}',
					encryptedToken: '{hmac:body:payload.plainToken}',
				},
			},
		},
	],
	setup:
		'Paste the <b>production URL</b> above into <b>Event notification endpoint URL</b> of your app, and its <b>Secret Token</b> into <b>Secret</b> of the credential. Publish first, then press <b>Validate</b>. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
