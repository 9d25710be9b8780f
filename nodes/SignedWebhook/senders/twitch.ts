import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const twitch: SenderDefinition = {
	name: 'Twitch EventSub',
	scheme: signedBody('Twitch-Eventsub-Message-Signature', {
		prefix: 'sha256=',
		content: '{id}{timestamp}{body}',
		timestamp: { headers: ['Twitch-Eventsub-Message-Timestamp'], unit: 'date' },
		id: { headers: ['Twitch-Eventsub-Message-Id'] },
	}),
	id: [],
	type: [{ path: 'subscription.type' }],
	occurredAt: [],
	data: 'event',
	handshakes: [
		{
			method: 'POST',
			when: { 'header:Twitch-Eventsub-Message-Type': 'webhook_callback_verification' },
			proof: 'signature',
			answer: { text: '{body:challenge}' },
		},
	],
	setup:
		'Paste the <b>production URL</b> above as <code>transport.callback</code> of the subscription, and its <code>transport.secret</code> into <b>Secret</b> of the credential. Publish first.',
	source: 'docs/reference/senders.md 4',
};
