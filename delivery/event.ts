import type { IDataObject } from 'n8n-workflow';

/** What one authentic delivery tells, understood by its provider's `deliveries.ts`. */
export interface ProviderEvent {
	/** The provider's event type, compared with the trigger's `events`. */
	type: string;
	/** Identifies the event: the key of `deduplicateBy: event`. Blank when the sender gave none. */
	id: string;
	/** The job and what happened to it: the key of `deduplicateBy: job`. Absent for events of no job. */
	jobKey?: string;
	/** When it was sent, in ms since the epoch, where the body says so (and the signature does not). */
	sentAt?: number;
	/** The parsed body as delivered, secrets redacted. */
	body: IDataObject;
}

/** What `webhook()` hands to `execute()` of the same trigger node: the `json` of one item. */
export interface AcceptedEvent extends IDataObject {
	type: string;
	id: string;
	/** What the event is deduplicated by; blank when it is not. */
	key: string;
	body: IDataObject;
}
