import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const circleCi: SenderDefinition = {
	name: 'CircleCI',
	scheme: {
		...signedBody('circleci-signature'),
		signature: { headers: ['circleci-signature'], separator: ',', prefix: 'v1=' },
	},
	id: [{ path: 'id' }],
	type: [{ path: 'type' }],
	occurredAt: [{ path: 'happened_at' }],
	setup:
		'Paste the <b>production URL</b> above under <b>Project Settings → Webhooks</b>, and its secret token into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
