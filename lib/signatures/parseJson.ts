/** Parses UTF-8 JSON, with or without a byte order mark; `undefined` when it is not JSON. */
export function parseJson(bytes: Buffer): unknown {
	const text = bytes.toString('utf8');
	try {
		return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
	} catch {
		return undefined;
	}
}
