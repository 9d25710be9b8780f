import type { SenderDefinition } from '../senderDefinition';
import { signedBody } from '../../../lib/signatures/schemes';

/** https://shopify.dev/docs/apps/build/webhooks: the event id is equal on duplicates. */
export const shopify: SenderDefinition = {
	name: 'Shopify',
	scheme: signedBody('X-Shopify-Hmac-SHA256', { encoding: 'base64' }),
	id: [{ header: 'X-Shopify-Event-Id' }, { header: 'X-Shopify-Webhook-Id' }],
	type: [{ header: 'X-Shopify-Topic' }],
	occurredAt: [{ header: 'X-Shopify-Triggered-At' }],
	setup:
		'In Shopify, under <b>Settings → Notifications → Webhooks</b>: create a webhook with the <b>production URL</b> above and format <b>JSON</b>; the secret is shown below the list. For the webhooks of an app it is the <b>client secret</b> of the app. Paste it into <b>Secret</b> of the credential.',
	source: 'docs/reference/senders.md 2',
};
