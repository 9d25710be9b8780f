/** Whether a delivery is authentic and, where its scheme says so, when it was signed. */
export type Verdict =
	| { authentic: true; /** ms */ signedAt?: number }
	| { authentic: false; /** one line, without secrets */ reason: string };

/** The verdict on a delivery that is not to be believed. */
export function refused(reason: string): Verdict {
	return { authentic: false, reason };
}
