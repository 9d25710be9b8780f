import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

/** https://docs.github.com/webhooks: the secret is the user's own, taken as it is typed. */
export const github: SenderDefinition = {
	name: 'GitHub',
	scheme: signedBody('X-Hub-Signature-256', { prefix: 'sha256=', secret: { encoding: 'utf8' } }),
	id: [{ header: 'X-GitHub-Delivery' }],
	type: [{ header: 'X-GitHub-Event' }],
	occurredAt: [],
	setup:
		'In GitHub, under <b>Settings → Webhooks → Add webhook</b> of the repository, organization or app: paste the <b>production URL</b> above into <b>Payload URL</b>, choose <b>application/json</b>, and type one long random text both there as <b>Secret</b> and here into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
