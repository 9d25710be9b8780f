/** One way to build what a message signature signs. */
export interface Dialect {
	/**
	 * How field names are written in the list of components: lower case only, or in any case, kept as
	 * written.
	 */
	names: 'lower' | 'any';
	/** What `@target-uri` stands for: the whole URI, or scheme and host alone. */
	targetUri: 'whole' | 'origin';
	/** Whether the signature base itself is signed, or its SHA-512. */
	signs: 'base' | 'sha512';
}

/** RFC 9421, sections 2 and 3. */
export const rfc9421: Dialect = { names: 'lower', targetUri: 'whole', signs: 'base' };

/** As Pipevest's documents show it (docs/reference/pipevest.md 4). */
export const pipevest: Dialect = { names: 'any', targetUri: 'origin', signs: 'sha512' };
