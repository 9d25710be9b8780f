import type { Place } from './place';

/** What the deliveries of a scheme look like beside their signature, as data. */
export interface Sender {
	/** As in messages to the user. */
	name: string;
	/** Whether a key pair will do in place of a secret. */
	keyPair?: true;
	/** Where the event's id is, unless it is signed; the first place that has one counts. */
	id: readonly Place[];
	type: readonly Place[];
	occurredAt: readonly Place[];
	/** Path of what the envelope is about; without it, the body has no envelope. */
	data?: string;
	/** Entries of the body that are secrets. */
	secrets?: readonly string[];
	/** A type of body that asks for one of its entries back, in place of telling of an event. */
	handshake?: { type: string; entry: string };
}

const ANY_TYPE: readonly Place[] = [{ path: 'type' }, { path: 'event' }];

/** The schemes of the trigger; their signatures are defined in `delivery/signatures/schemes.ts`. */
export const senders = {
	/** https://www.standardwebhooks.com: the id is signed, the body should have type, timestamp, data. */
	standardWebhooks: {
		name: 'Standard Webhooks',
		keyPair: true,
		id: [],
		type: ANY_TYPE,
		occurredAt: [{ path: 'timestamp' }],
		data: 'data',
	},
	/** https://docs.stripe.com/api/events/object */
	stripe: {
		name: 'Stripe',
		id: [{ path: 'id' }],
		type: [{ path: 'type' }],
		occurredAt: [{ path: 'created' }],
		data: 'data',
	},
	/** https://docs.github.com/webhooks/webhook-events-and-payloads#delivery-headers */
	github: {
		name: 'GitHub',
		id: [{ header: 'X-GitHub-Delivery' }],
		type: [{ header: 'X-GitHub-Event' }],
		occurredAt: [],
	},
	/** https://docs.slack.dev/apis/events-api, slash commands and interactions, which have no event id. */
	slack: {
		name: 'Slack',
		id: [{ path: 'event_id' }, { path: 'trigger_id' }, { path: 'view.id' }],
		type: [{ path: 'event.type' }, { path: 'command' }, { path: 'type' }],
		occurredAt: [{ path: 'event_time' }],
		data: 'event',
		secrets: ['token'],
		handshake: { type: 'url_verification', entry: 'challenge' },
	},
	/** https://shopify.dev/docs/apps/build/webhooks: the event id is equal on duplicates. */
	shopify: {
		name: 'Shopify',
		id: [{ header: 'X-Shopify-Event-Id' }, { header: 'X-Shopify-Webhook-Id' }],
		type: [{ header: 'X-Shopify-Topic' }],
		occurredAt: [{ header: 'X-Shopify-Triggered-At' }],
	},
	secretHeader: {
		name: 'Secret Header',
		id: [],
		type: ANY_TYPE,
		occurredAt: [],
	},
	/** docs/reference/livekit.md */
	bodyJwt: {
		name: 'Body JWT',
		id: [{ path: 'id' }],
		type: ANY_TYPE.toReversed(),
		occurredAt: [{ path: 'createdAt' }],
	},
	messageSignature: {
		name: 'Message Signature',
		keyPair: true,
		id: [],
		type: ANY_TYPE,
		occurredAt: [],
	},
	custom: {
		name: 'Custom',
		id: [],
		type: ANY_TYPE,
		occurredAt: [],
	},
} as const satisfies Record<string, Sender>;

/** What the `scheme` parameter may be. */
export type SchemeName = keyof typeof senders;

/** Nonsense from an expression counts as `custom`, which passes nothing that is not defined. */
export function schemeName(value: unknown): SchemeName {
	return Object.keys(senders).find((name): name is SchemeName => name === value) ?? 'custom';
}
