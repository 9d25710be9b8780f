import type { SenderDefinition } from '../senderDefinition';

export const payPal: SenderDefinition = {
	name: 'PayPal',
	scheme: {
		kind: 'publicKey',
		algorithm: { at: 'header:PAYPAL-AUTH-ALGO', values: { SHA256withRSA: 'rsa-sha256' } },
		signature: { headers: ['PAYPAL-TRANSMISSION-SIG'] },
		encoding: 'base64',
		content: '{header:PAYPAL-TRANSMISSION-ID}|{timestamp}|{secret}|{bodyCrc32}',
		timestamp: { headers: ['PAYPAL-TRANSMISSION-TIME'], unit: 'date' },
	},
	id: [{ path: 'id' }],
	type: [{ path: 'event_type' }],
	occurredAt: [{ path: 'create_time' }],
	keysFrom: { certificateAt: 'header:PAYPAL-CERT-URL', hosts: /^api(?:\.sandbox)?\.paypal\.com$/ },
	data: 'resource',
	setup:
		'Paste the <b>production URL</b> above under <b>Webhooks</b> of your app, and its <b>Webhook ID</b> into <b>Secret</b> of the credential. PayPal signs a checksum of the body, which is no protection against somebody who can alter a delivery on its way.',
	source: 'docs/reference/senders.md 5',
};
