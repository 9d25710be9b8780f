import { bound } from '../bound';

/**
 * Remembers the results of the last `limit` different arguments, so that keys are not imported for
 * every delivery.
 */
export function memoize<T>(make: (text: string) => T, limit: number): (text: string) => T {
	const made = new Map<string, T>();
	return (text) => {
		const known = made.get(text);
		if (known !== undefined) return known;
		const value = make(text);
		made.set(text, value);
		bound(made, limit);
		return value;
	};
}
