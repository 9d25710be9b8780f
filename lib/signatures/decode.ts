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

/** As `decode`, with or without the padding of base64: some senders leave it out, some add it to base64url. */
export function decodeUnpadded(text: string, encoding: Encoding): Buffer | undefined {
	if (encoding === 'hex') return decode(text, encoding);
	const bare = text.replace(/={1,2}$/, '');
	const padded = bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
	if (text !== bare && text !== padded) return undefined;
	return decode(encoding === 'base64' ? padded : bare, encoding);
}
