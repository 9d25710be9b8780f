import type { SenderDefinition } from '../senderDefinition';
import { standardSender } from '../standardSender';

export const replicate: SenderDefinition = {
	name: 'Replicate',
	...standardSender,
	type: [{ path: 'status' }],
	setup:
		'Paste the <b>production URL</b> above as <code>webhook</code> of a prediction, and the signing secret that <code>GET /v1/webhooks/default/secret</code> shows into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
