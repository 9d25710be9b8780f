import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const trello: SenderDefinition = {
	name: 'Trello',
	scheme: signedBody('X-Trello-Webhook', {
		algorithm: 'sha1',
		encoding: 'base64',
		content: '{body}{url}',
	}),
	id: [{ path: 'action.id' }],
	type: [{ path: 'action.type' }],
	occurredAt: [{ path: 'action.date' }],
	data: 'action',
	handshakes: [{ method: 'HEAD', proof: 'none', answer: {} }],
	setup:
		'Paste the <b>production URL</b> above as <code>callbackURL</code> of <code>POST /1/webhooks</code>, and the <b>secret</b> of your API key into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 3',
};
