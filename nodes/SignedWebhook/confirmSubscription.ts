import { NodeOperationError, type IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../../lib/signatures/delivery';
import { type Place, valueAt } from '../../lib/signatures/place';
import { allowedUrl } from './remoteKeys';
import type { SenderDefinition } from './senderDefinition';

/**
 * Visits the URL by which a sender asks whether its deliveries are wanted, on the hosts of its keys only.
 *
 * @throws when the URL is elsewhere or does not answer: the sender is told to try again
 */
export async function confirmSubscription(
	ctx: IWebhookFunctions,
	delivery: Delivery,
	place: Place,
	{ keysFrom, name }: SenderDefinition,
): Promise<void> {
	const url = allowedUrl(valueAt(delivery, place).value, keysFrom);
	if (!url)
		throw new NodeOperationError(
			ctx.getNode(),
			`${name} asks to confirm at a URL that is not its own`,
		);
	await ctx.helpers.httpRequest({ url, method: 'GET', timeout: 8000, disableFollowRedirect: true });
}
