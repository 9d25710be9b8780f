import type { Encoding } from './scheme';

/**
 * Bytes of a text, undefined where it is not exactly the encoding. Node's own decoders skip what
 * they do not know and take base64url for base64. Hex may be upper case: it says the same bytes.
 */
export function decode(text: string, encoding: Encoding): Buffer | undefined {
	const bytes = Buffer.from(text, encoding);
	const canonical = bytes.toString(encoding);
	const same = canonical === text || (encoding === 'hex' && canonical === text.toLowerCase());
	return same ? bytes : undefined;
}
