import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const asana: SenderDefinition = {
	name: 'Asana',
	scheme: signedBody('X-Hook-Signature'),
	id: [{ hash: 'body' }],
	type: [{ path: 'action' }],
	occurredAt: [{ path: 'created_at' }],
	list: 'events',
	handshakes: [
		{
			method: 'POST',
			when: { 'header:X-Hook-Secret': true, 'header:X-Hook-Signature': false },
			proof: 'none',
			answer: { headers: { 'X-Hook-Secret': '{header:X-Hook-Secret}' } },
			shows: 'header:X-Hook-Secret',
		},
	],
	setup:
		'Paste the <b>production URL</b> above as <code>target</code> of <code>POST /webhooks</code> while this workflow is published, and the <b>X-Hook-Secret</b> of the answer into <b>Secret</b> of the credential (any text until then). With the test URL it is shown here. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
