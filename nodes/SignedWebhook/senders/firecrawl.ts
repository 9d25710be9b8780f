import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const firecrawl: SenderDefinition = {
	name: 'Firecrawl',
	scheme: signedBody('X-Firecrawl-Signature', { prefix: 'sha256=' }),
	id: [{ hash: 'body' }],
	type: [{ path: 'type' }],
	occurredAt: [],
	setup:
		'Paste the <b>production URL</b> above as <code>webhook.url</code> of a job, and its webhook secret into <b>Secret</b> of the credential. The job ID repeats on every page, so the body tells events apart.',
	source: 'docs/reference/senders.md 3',
};
