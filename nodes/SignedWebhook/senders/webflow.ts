import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const webflow: SenderDefinition = {
	name: 'Webflow',
	scheme: signedBody('x-webflow-signature', {
		content: '{timestamp}:{body}',
		timestamp: { headers: ['x-webflow-timestamp'], unit: 'ms' },
	}),
	id: [{ hash: 'body' }],
	type: [{ path: 'triggerType' }],
	occurredAt: [],
	data: 'payload',
	setup:
		'Paste the <b>production URL</b> above as <code>url</code> of the webhook, and its secret (or the client secret of the app) into <b>Secret</b> of the credential. It sends no event ID that is unique: the body itself tells events apart, so that two equal ones are one.',
	source: 'docs/reference/senders.md 3',
};
