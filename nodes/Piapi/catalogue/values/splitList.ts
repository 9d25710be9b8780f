import { parseJson } from './parseJson';

/**
 * Commas part a list, but a URL may contain commas too: one only counts where a URL, inline data
 * or a plain name follows. The comma inside `data:…;base64,…` is not followed by any of these alone.
 */
const SEPARATOR = /\s*\n\s*|\s*,\s*(?=https?:\/\/|data:|[A-Za-z_][\w .-]*(?:[,\n]|$)|$)/i;

const isInline = (text: string) => /^data:/i.test(text);

/** The entries of an array, of JSON text that is an array, or of separated text; undefined for anything else. */
export function splitList(given: unknown): unknown[] | undefined {
	if (Array.isArray(given)) return given;
	if (typeof given !== 'string') return undefined;
	const text = given.trim();
	if (text.startsWith('[')) {
		const parsed = parseJson(text);
		return Array.isArray(parsed) ? parsed : undefined;
	}
	return isInline(text) ? text.split(/\s*\n\s*/) : text.split(SEPARATOR);
}
