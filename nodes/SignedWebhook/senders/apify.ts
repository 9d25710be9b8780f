import type { SenderDefinition } from '../senderDefinition';

export const apify: SenderDefinition = {
	name: 'Apify',
	scheme: { kind: 'sharedSecret', at: 'header:X-Webhook-Secret' },
	id: [{ header: 'X-Apify-Webhook-Dispatch-Id' }],
	type: [{ path: 'eventType' }],
	occurredAt: [{ path: 'createdAt' }],
	data: 'eventData',
	setup:
		'Paste the <b>production URL</b> above as URL of the webhook, with a headers template <code>{"X-Webhook-Secret": "…"}</code> whose value you type into <b>Secret</b> of the credential too. Nothing is signed: this tells who sent a delivery, but protects neither its content nor against a replay.',
	source: 'docs/reference/senders.md 2',
};
