/** A positive decimal as text, as the provider takes amounts. */
export function isDecimal(value: unknown): value is string {
	return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) && /[1-9]/.test(value);
}
