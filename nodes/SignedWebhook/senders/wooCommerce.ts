import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const wooCommerce: SenderDefinition = {
	name: 'WooCommerce',
	scheme: signedBody('X-WC-Webhook-Signature', { encoding: 'base64' }),
	id: [{ hash: 'body' }],
	type: [{ header: 'X-WC-Webhook-Topic' }],
	occurredAt: [],
	handshakes: [
		{
			method: 'POST',
			when: { 'body:webhook_id': true, 'header:X-WC-Webhook-Signature': false },
			proof: 'none',
			answer: {},
		},
	],
	setup:
		'Paste the <b>production URL</b> above under <b>WooCommerce → Settings → Advanced → Webhooks</b>, and its secret into <b>Secret</b> of the credential. Its delivery IDs repeat within a second, so the body tells events apart.',
	source: 'docs/reference/senders.md 3',
};
