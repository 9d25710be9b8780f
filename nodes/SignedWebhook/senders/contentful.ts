import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const contentful: SenderDefinition = {
	name: 'Contentful',
	scheme: signedBody('x-contentful-signature', {
		content: '{method}\n{path}\n{headersIn:x-contentful-signed-headers}\n{body}',
	}),
	id: [{ header: 'X-Contentful-Idempotency-Key' }],
	type: [{ header: 'X-Contentful-Topic' }],
	occurredAt: [{ path: 'sys.updatedAt' }],
	setup:
		'Paste the <b>production URL</b> above under <b>Settings → Webhooks</b>, and its signing secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 4',
};
