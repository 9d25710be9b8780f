import { parseExactly } from '../exactJson';

/** Parses UTF-8 JSON, with or without a byte order mark, as `parseExactly` does. */
export function parseJson(bytes: Buffer): unknown {
	const text = bytes.toString('utf8');
	return parseExactly(text.startsWith('\uFEFF') ? text.slice(1) : text);
}
