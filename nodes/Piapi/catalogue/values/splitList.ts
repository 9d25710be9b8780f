import { parseJsonText } from './parseJsonText';

/**
 * A URL may contain commas: without a space behind it, a comma only parts a list where another
 * URL or a plain name follows.
 */
const SEPARATOR = /\s*\n\s*|,\s+|,(?=https?:\/\/|data:|[a-z_][\w-]*\s*(?:[,\n]|$)|$)/i;

/** The entries of an array, of JSON text that is an array, or of separated text; undefined for anything else. */
export function splitList(given: unknown): unknown[] | undefined {
	if (Array.isArray(given)) return given;
	if (typeof given !== 'string') return undefined;
	const text = given.trim();
	if (!text.startsWith('[')) return text.split(SEPARATOR);
	const parsed = parseJsonText(text);
	return Array.isArray(parsed) ? parsed : undefined;
}
