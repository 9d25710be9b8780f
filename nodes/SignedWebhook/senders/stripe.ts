import type { SenderDefinition } from '../senderDefinition';
import { parts } from '../../../lib/signatures/schemes';

/** https://docs.stripe.com/webhooks: `t=…,v1=…` in any order, one `v1` per secret in use. */
export const stripe: SenderDefinition = {
	name: 'Stripe',
	scheme: parts('Stripe-Signature', 'v1='),
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'created' }],
	data: 'data',
	setup:
		'In Stripe, under <b>Webhooks</b>: add a destination with the <b>production URL</b> above and the events you want, reveal its <b>signing secret</b> (<code>whsec_…</code>) and paste it into <b>Secret</b> of the credential. Each endpoint, and test mode, has a secret of its own.',
	source: 'docs/reference/senders.md 2',
};
