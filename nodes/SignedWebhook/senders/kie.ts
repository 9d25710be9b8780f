import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const kie: SenderDefinition = {
	name: 'Kie.ai',
	scheme: signedBody('X-Webhook-Signature', {
		encoding: 'base64',
		content: '{body:data.task_id}.{timestamp}',
		timestamp: { headers: ['X-Webhook-Timestamp'], unit: 's' },
	}),
	id: [{ joined: [{ path: 'data.task_id' }, { path: 'data.callbackType' }] }],
	type: [{ path: 'data.callbackType' }],
	occurredAt: [],
	data: 'data',
	setup:
		'Paste the <b>production URL</b> above as <code>callBackUrl</code> of the job, and the <b>webhook HMAC key</b> of the settings into <b>Secret</b> of the credential. Kie.ai signs the task ID and not the body.',
	source: 'docs/reference/senders.md 5',
};
