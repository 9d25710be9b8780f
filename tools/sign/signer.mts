import type { KeyObject } from 'node:crypto';

/** What a delivery is to be signed with. */
export interface Order {
	/** As it stands in the credential. */
	secret: string;
	/** Of basic authentication. */
	username: string;
	/** Key pairs of the sender, for those that sign with one. */
	keys: { ed25519: KeyObject; ec: KeyObject; rsa: KeyObject };
	url: string;
	/** ms since the epoch. */
	at: number;
	/** Of the event, new for each one. */
	id: string;
}

/** A delivery as its sender would make it. */
export interface Signed {
	headers: Array<[string, string]>;
	body: string;
	/** Where it goes, when that is not the URL of the order. */
	url?: string;
}

/** Makes one genuine delivery of a sender, with node:crypto alone and without a look at the verifier. */
export type Signer = (order: Order) => Signed;
