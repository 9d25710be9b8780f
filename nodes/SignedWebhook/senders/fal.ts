import type { SenderDefinition } from '../senderDefinition';

export const fal: SenderDefinition = {
	name: 'fal.ai',
	scheme: {
		kind: 'publicKey',
		algorithm: 'ed25519',
		signature: { headers: ['X-Fal-Webhook-Signature'] },
		encoding: 'hex',
		content:
			'{header:X-Fal-Webhook-Request-Id}\n{header:X-Fal-Webhook-User-Id}\n{timestamp}\n{bodySha256}',
		timestamp: { headers: ['X-Fal-Webhook-Timestamp'], unit: 's' },
	},
	id: [{ header: 'X-Fal-Webhook-Request-Id' }],
	type: [{ path: 'status' }],
	occurredAt: [],
	keyPair: 'only',
	keysFrom: { jwks: 'https://rest.alpha.fal.ai/.well-known/jwks.json' },
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above as <code>fal_webhook</code> of the job. There is nothing to paste: the keys are fetched from fal.ai. A key in <b>Public Key</b> of the credential takes their place.',
	source: 'docs/reference/senders.md 5',
};
