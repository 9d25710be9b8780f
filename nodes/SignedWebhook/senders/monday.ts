import type { SenderDefinition } from '../senderDefinition';
import { TEXT } from '../../../lib/signatures/schemes';

export const monday: SenderDefinition = {
	name: 'monday.com',
	scheme: {
		kind: 'jwt',
		header: 'Authorization',
		algorithms: ['HS256'],
		mayLackExpiry: true,
		anyIssuer: true,
		leeway: 10,
		secret: TEXT,
	},
	id: [{ path: 'event.triggerUuid' }],
	type: [{ path: 'event.type' }],
	occurredAt: [{ path: 'event.triggerTime' }],
	data: 'event',
	handshakes: [
		{
			method: 'POST',
			when: { 'body:challenge': true, 'body:event': false, 'body:event.type': false },
			proof: 'none',
			answer: { json: { challenge: '{body:challenge}' } },
		},
	],
	setup:
		'Paste the <b>production URL</b> above as webhook of your app, and its <b>signing secret</b> into <b>Secret</b> of the credential. Its token tells who sent a delivery and when, but not what. Webhooks that are made in a board are not signed.',
	source: 'docs/reference/senders.md 5',
};
