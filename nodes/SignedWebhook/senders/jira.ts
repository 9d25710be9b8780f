import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const jira: SenderDefinition = {
	name: 'Jira Cloud',
	scheme: signedBody('X-Hub-Signature', { prefix: 'sha256=' }),
	id: [{ header: 'X-Atlassian-Webhook-Identifier' }],
	type: [{ path: 'webhookEvent' }],
	occurredAt: [{ path: 'timestamp' }],
	setup:
		'Paste the <b>production URL</b> above under <b>System → WebHooks</b>, and its secret into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
