import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const hubSpot: SenderDefinition = {
	name: 'HubSpot',
	scheme: signedBody('X-HubSpot-Signature-v3', {
		encoding: 'base64',
		content: '{method}{url}{body}{timestamp}',
		timestamp: { headers: ['X-HubSpot-Request-Timestamp'], unit: 'ms' },
	}),
	id: [
		{
			joined: [
				{ path: 'eventId' },
				{ path: 'subscriptionId' },
				{ path: 'objectId' },
				{ path: 'occurredAt' },
				{ path: 'propertyName' },
			],
		},
	],
	type: [{ path: 'subscriptionType' }],
	occurredAt: [{ path: 'occurredAt' }],
	list: 'body',
	setup:
		'Paste the <b>production URL</b> above as target of the webhooks of your app, and its <b>client secret</b> into <b>Secret</b> of the credential. Each entry of a delivery becomes an item; its event IDs are not unique, so several fields are joined.',
	source: 'docs/reference/senders.md 3',
};
