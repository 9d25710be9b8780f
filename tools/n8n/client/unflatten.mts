/**
 * Undoes the form in which n8n keeps execution data (package `flatted`): an array of values in
 * which every string inside an object or array is an index into that array.
 */
export function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const known = new Map<number, unknown>();

	function valueAt(index: number): unknown {
		const value = values[index];
		if (typeof value !== 'object' || value === null) return value;
		if (known.has(index)) return known.get(index);
		// Known before it is filled: data may contain itself.
		const whole: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
		known.set(index, whole);
		for (const [key, inner] of Object.entries(value)) {
			Object.assign(whole, { [key]: typeof inner === 'string' ? valueAt(Number(inner)) : inner });
		}
		return whole;
	}

	return valueAt(0);
}
