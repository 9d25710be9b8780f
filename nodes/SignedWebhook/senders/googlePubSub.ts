import type { SenderDefinition } from '../senderDefinition';
import { TEXT } from '../../../lib/signatures/schemes';

export const googlePubSub: SenderDefinition = {
	name: 'Google Pub/Sub',
	scheme: {
		kind: 'jwt',
		header: 'Authorization',
		algorithms: ['RS256'],
		claims: {
			iss: ['https://accounts.google.com', 'accounts.google.com'],
			aud: ['{url}'],
			email: ['{secret}'],
			email_verified: [true],
		},
		anyIssuer: true,
		leeway: 10,
		secret: TEXT,
	},
	id: [{ path: 'message.messageId' }],
	type: [{ path: 'message.attributes.eventType' }, { path: 'subscription' }],
	occurredAt: [{ path: 'message.publishTime' }],
	keysFrom: { jwks: 'https://www.googleapis.com/oauth2/v3/certs' },
	data: 'message',
	setup:
		'Paste the <b>production URL</b> above as a push subscription with authentication, and the e-mail address of its <b>service account</b> into <b>Secret</b> of the credential. Its token tells who sent a delivery and when, but not what.',
	source: 'docs/reference/senders.md 5',
};
