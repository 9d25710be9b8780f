/** Whether a delivery is authentic and, where its scheme says so, when it was signed. */
export type Verdict =
	| { authentic: true; /** ms */ signedAt?: number }
	| { authentic: false; /** one line, without secrets */ reason: string };
