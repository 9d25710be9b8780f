/** What the signature of a delivery vouches for, beside the body. */
export interface Authentic {
	authentic: true;
	/** When it was signed, in ms, where the scheme says so. */
	signedAt?: number;
	/** The event's id, where the scheme signs one. */
	signedId?: string;
}

/** Whether a delivery is authentic, and what that tells. */
export type Verdict =
	| Authentic
	| { authentic: false; /** one line, without secrets */ reason: string };

/** The verdict on a delivery that is not to be believed. */
export function refused(reason: string): Verdict {
	return { authentic: false, reason };
}
