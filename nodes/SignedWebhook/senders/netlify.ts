import type { SenderDefinition } from '../senderDefinition';
import { TEXT } from '../../../lib/signatures/schemes';

export const netlify: SenderDefinition = {
	name: 'Netlify',
	scheme: {
		kind: 'jwt',
		header: 'X-Webhook-Signature',
		algorithms: ['HS256'],
		digest: { claim: 'sha256', encoding: 'hex' },
		mayLackExpiry: true,
		mayLackTime: true,
		claims: { iss: ['netlify'] },
		anyIssuer: true,
		leeway: 10,
		secret: TEXT,
	},
	id: [{ joined: [{ path: 'id' }, { path: 'state' }] }],
	type: [{ path: 'state' }],
	occurredAt: [{ path: 'updated_at' }],
	setup:
		'Paste the <b>production URL</b> above under <b>Notifications → HTTP POST request</b>, and its JWS secret token into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 4',
};
