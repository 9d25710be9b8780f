import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../signatures/delivery';
import type { AcceptedEvent, Confirmation, NotUnderstood, ProviderEvent } from './event';
import type { ReplayWindow } from '../signatures/freshness';
import type { Authentic, Verdict } from '../signatures/verdict';

/** What a provider tells the pipeline: how its deliveries are signed, read and simplified. */
export interface EventSource {
	/** The provider's name, as in messages to the user. */
	name: string;
	/** Is the delivery authentic, and fresh where its signature says when it was made? */
	verify(ctx: IWebhookFunctions, delivery: Delivery, window: ReplayWindow): Promise<Verdict>;
	/** Whether refusals have no body, for senders that demand so. */
	refusesSilently?: boolean;
	/** Reads an authentic body, which may hold several events, `undefined` where it is no JSON; `undefined` when it is not one of this provider's. */
	parse(
		body: unknown,
		delivery: Delivery,
		proof: Authentic,
	): ProviderEvent | ProviderEvent[] | NotUnderstood | undefined;
	/** The event types asked for, as `isWanted` reads them; default: the parameter `events`. */
	events?(ctx: IWebhookFunctions): string[];
	/** The provider's own filters, beside `events`. */
	wanted?(ctx: IWebhookFunctions, event: ProviderEvent): boolean;
	/** Asks the provider's API about the event's job. */
	confirm?(ctx: IExecuteFunctions, event: AcceptedEvent): Promise<Confirmation>;
	/** Where the provider is, for providers with an API: results on loopback are fetched from one on loopback only. */
	baseUrl?(ctx: IExecuteFunctions): Promise<string>;
	/** The simplified item of a body, and of what was known of the event when it was accepted. */
	simplify(body: IDataObject, event: AcceptedEvent): IDataObject;
}
