import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../inbound/reply';

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
	/** When it happened (ISO), for sources whose `simplify` cannot tell from the body. */
	occurredAt?: string;
	/** The parsed body as delivered, secrets redacted. */
	body: IDataObject;
	/** A body that is no object, as it was delivered: it goes along as a binary field. */
	file?: { bytes: Buffer; mimeType: string };
	/** What to answer in place of starting a run, for a handshake. */
	answer?: Answer;
	/** What an authentic delivery is answered with in place of `{"status": …}`, for senders that read it. */
	reply?: Answer;
}

/** An authentic delivery that is not understood, and why, in one line with the remedy. */
export interface NotUnderstood {
	problem: string;
}

/** What `webhook()` hands to `execute()` of the same trigger node: the `json` of one item. */
export interface AcceptedEvent extends IDataObject {
	type: string;
	id: string;
	/** What the event is deduplicated by; blank when it is not. */
	key: string;
	/** ISO; absent where the source gave none. */
	occurredAt?: string;
	/** Nobody delivered it: the trigger has asked. */
	caughtUp?: true;
	body: IDataObject;
}

/** What a provider's API says of an event that was delivered. */
export type Confirmation =
	/** The event to emit in the delivery's place: its key differs where more has happened since. */
	| { event: ProviderEvent }
	/** The job has not come as far as the delivery says: its status at the API. */
	| { stillSays: string };
