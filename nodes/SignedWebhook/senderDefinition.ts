import type { Place as SignedPlace } from '../../lib/signatures/place';
import type { Scheme } from '../../lib/signatures/scheme';
import type { Place } from './place';

/**
 * What a delivery must have: at each place the text, any text (`true`), none (`false`), or one that
 * begins so (`…*`).
 */
export type When = Readonly<Partial<Record<SignedPlace, string | boolean>>>;

/**
 * A value of an answer: text, in which `{header:X}`, `{query:x}` and `{body:a.b}` are filled in, and
 * `{hmac:body:a.b}` with the hex HMAC-SHA256 of that place under the secret.
 */
export type AnswerValue = string | number;

/** What a handshake or an event is answered with: JSON, text or nothing, and never HTML. */
export interface SenderAnswer {
	/** Default 200. */
	status?: number;
	json?: Readonly<Record<string, AnswerValue>>;
	text?: string;
	headers?: Readonly<Record<string, string>>;
}

/** A request that sets a webhook up, and how the node answers it without a run. */
export interface Handshake {
	method: 'GET' | 'HEAD' | 'POST';
	when?: When;
	/**
	 * Whether it must be authentic (`signature`), or repeat the Verify Token of the trigger at a place.
	 * An echo that nobody signs gives back only what came in the same request.
	 */
	proof: 'none' | 'signature' | { token: SignedPlace };
	answer: SenderAnswer;
	/** Place of a token that the user must see: it is shown while the editor listens for a test event. */
	shows?: SignedPlace;
	/** Place of a URL to visit, on a host of `keysFrom`, to confirm that deliveries are wanted (AWS SNS). */
	visits?: SignedPlace;
}

/** Where public keys are that nobody pastes. */
export type KeySource =
	/** A set of JWKs at an address that the definition knows or, without `url`, that the user types. */
	| { jwks: string | 'typed' }
	/** A certificate at an address that the delivery names, on hosts that match. */
	| { certificateAt: SignedPlace; hosts: RegExp };

/** All that is known of a sender, as data: how it signs, and what its deliveries look like beside that. */
export interface SenderDefinition {
	/** As in the list and in messages to the user. */
	name: string;
	/** How it signs; undefined for the generic ones, whose scheme is made of the node's parameters. */
	scheme?: Scheme;
	/** Whether a key pair will do in place of a secret, or is the only way (`only`). */
	keyPair?: true | 'only';
	keysFrom?: KeySource;
	/** A signed place that must be equal to the secret, where that is no key. */
	mustRepeat?: SignedPlace;
	/** Where the event's id is, unless it is signed; the first place that has one counts. */
	id: readonly Place[];
	/** Where no place tells two events apart, so that every delivery is a new one. */
	hasNoId?: true;
	type: readonly Place[];
	occurredAt: readonly Place[];
	/** Path of what the envelope is about; without it, the body has no envelope. */
	data?: string;
	/** Entries of the body that are secrets. */
	secrets?: readonly string[];
	/** Path of a list with one event per entry, `body` where the body is the list; places are then those of an entry. */
	list?: string;
	handshakes?: readonly Handshake[];
	/** What authentic events are answered with in place of `{"status": …}`; the first one whose `when` holds. */
	answers?: ReadonlyArray<{ when?: When; answer: SenderAnswer }>;
	/** Whether refusals have no body either. */
	refusesSilently?: true;
	/** What to do at the sender and what to paste where, with a warning where its event ids are not unique. HTML. */
	setup: string;
	/** Where the sender documents its signatures, or the row of docs/reference/senders.md. */
	source: string;
}
