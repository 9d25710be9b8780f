import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const sentry: SenderDefinition = {
	name: 'Sentry',
	scheme: signedBody('Sentry-Hook-Signature'),
	id: [{ header: 'Request-ID' }],
	type: [{ header: 'Sentry-Hook-Resource' }],
	occurredAt: [],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above into <b>Webhook URL</b> of an internal integration, and its client secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
