import type { SenderDefinition } from '../senderDefinition';

export const sendGrid: SenderDefinition = {
	name: 'SendGrid',
	scheme: {
		kind: 'publicKey',
		algorithm: 'ecdsa',
		signature: { headers: ['X-Twilio-Email-Event-Webhook-Signature'] },
		encoding: 'base64',
		content: '{timestamp}{body}',
		timestamp: { headers: ['X-Twilio-Email-Event-Webhook-Timestamp'], unit: 's' },
	},
	id: [{ path: 'sg_event_id' }],
	type: [{ path: 'event' }],
	occurredAt: [{ path: 'timestamp' }],
	keyPair: 'only',
	list: 'body',
	setup:
		'Paste the <b>production URL</b> above under <b>Mail Settings → Event Webhooks</b> with signed events on, and its <b>verification key</b> into <b>Public Key</b> of the credential. Each entry of a delivery becomes an item.',
	source: 'docs/reference/senders.md 5',
};
