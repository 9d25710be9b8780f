import type { Encoding } from './scheme';

/**
 * Bytes of a text, undefined where it is not exactly the encoding. Node's own decoders skip what
 * they do not know and take base64url for base64. Hex may be upper case: it says the same bytes.
 */
export function decode(text: string, encoding: Encoding): Buffer | undefined {
	const bytes = Buffer.from(text, encoding);
	const canonical = encoding === 'hex' ? text.toLowerCase() : text;
	return bytes.toString(encoding) === canonical ? bytes : undefined;
}
