import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const typeform: SenderDefinition = {
	name: 'Typeform',
	scheme: signedBody('Typeform-Signature', { prefix: 'sha256=', encoding: 'base64' }),
	id: [{ path: 'event_id' }],
	type: [{ path: 'event_type' }],
	occurredAt: [{ path: 'form_response.submitted_at' }],
	data: 'form_response',
	setup:
		'Paste the <b>production URL</b> above under <b>Connect → Webhooks</b> of the form, and its secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
