/**
 * A text or a number of a body as text, blank for anything else: an object of a body may have a
 * `toString` of its own, and no text can be made of it.
 */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
