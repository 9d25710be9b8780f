import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

export const adyen: SenderDefinition = {
	name: 'Adyen (Payments)',
	scheme: {
		...signedBody('', { encoding: 'base64', secret: { encoding: 'hex', trim: true } }),
		signature: {
			headers: [],
			at: 'body:notificationItems.0.NotificationRequestItem.additionalData.hmacSignature',
		},
		content: [
			'pspReference',
			'originalReference',
			'merchantAccountCode',
			'merchantReference',
			'amount.value',
			'amount.currency',
			'eventCode',
			'success',
		]
			.map((field) => `{body:notificationItems.0.NotificationRequestItem.${field}}`)
			.join(':'),
		allowsBlank: true,
	},
	id: [
		{
			joined: [
				{ path: 'notificationItems.0.NotificationRequestItem.pspReference' },
				{ path: 'notificationItems.0.NotificationRequestItem.eventCode' },
				{ path: 'notificationItems.0.NotificationRequestItem.success' },
			],
		},
	],
	type: [{ path: 'notificationItems.0.NotificationRequestItem.eventCode' }],
	occurredAt: [{ path: 'notificationItems.0.NotificationRequestItem.eventDate' }],
	data: 'notificationItems.0.NotificationRequestItem',
	setup:
		'Paste the <b>production URL</b> above under <b>Developers → Webhooks</b>, and its HMAC key, in hex into <b>Secret</b> of the credential. Adyen signs eight fields and not the body.',
	source: 'docs/reference/senders.md 5',
};
