import { createHash, randomUUID } from 'node:crypto';
import { AccessToken, WebhookEvent } from 'livekit-server-sdk';
import type { ProviderParts } from '../shared/createProvider.mts';
import type { Credential } from '../shared/deliveries/types.mts';

/** An event in proto JSON: `room`, `participant`, … as LiveKit names them. */
export interface EventOrder {
	event: string;
	id?: string;
	room?: Record<string, unknown>;
	participant?: Record<string, unknown>;
	egressInfo?: Record<string, unknown>;
	ingressInfo?: Record<string, unknown>;
	track?: Record<string, unknown>;
}

interface Keys {
	apiKey: string;
	apiSecret: string;
}

/** The sender repeats what fails, and drops what is older than 30 s (docs/reference/livekit.md). */
const RETRY_AFTER = [1_000, 2_000, 4_000];
const VALIDITY = '5m';
const TIMEOUT_MS = 10_000;

async function tokenFor(body: string, { apiKey, apiSecret }: Keys): Promise<string> {
	const token = new AccessToken(apiKey, apiSecret, { ttl: VALIDITY });
	token.sha256 = createHash('sha256').update(body).digest('base64');
	return await token.toJwt();
}

/** Signs with LiveKit's own library, once for all attempts, and tells each URL. */
export async function sendEvent(
	{ deliveries }: ProviderParts,
	urls: string[],
	keys: Keys,
	order: EventOrder,
): Promise<string[]> {
	const { id = randomUUID(), ...told } = order;
	const createdAt = String(Math.floor(Date.now() / 1000));
	const event = WebhookEvent.fromJson({ ...told, id, createdAt } as never);
	const body = JSON.stringify(event.toJson());
	const tokens: Record<Credential, string | undefined> = {
		right: await tokenFor(body, keys),
		wrong: await tokenFor(body, { ...keys, apiSecret: `not-${keys.apiSecret}` }),
		missing: undefined,
		blank: '',
	};
	return urls.map((url) => {
		const { record } = deliveries.deliver({
			url,
			about: { event: order.event, eventId: id },
			schedule: RETRY_AFTER,
			timeoutMs: TIMEOUT_MS,
			body: () => body,
			headers({ credential }) {
				const authorization = tokens[credential];
				return {
					'content-type': 'application/webhook+json',
					...(authorization !== undefined && { authorization }),
				};
			},
		});
		return record.id;
	});
}
