/**
 * What must be there.
 * @throws Error that says what is missing
 */
export function present<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw new Error(`${what} is missing`);
	return value;
}
