/** Far deeper than any event; n8n copies items level by level and fails a few thousand levels down. */
export const DEEPEST = 500;

const [QUOTE, BACKSLASH] = Buffer.from('"\\');
const OPENING = new Set(Buffer.from('[{'));
const CLOSING = new Set(Buffer.from(']}'));

/** Whether JSON, given as its bytes, is nested too deep to become an item. */
export function isTooDeep(json: Buffer): boolean {
	// A short one cannot be: each level takes a byte to open and one to close.
	if (json.length <= 2 * DEEPEST) return false;
	let depth = 0;
	let isText = false;
	for (let at = 0; at < json.length; at++) {
		const byte = json[at];
		if (isText) {
			if (byte === BACKSLASH) at++;
			else if (byte === QUOTE) isText = false;
		} else if (byte === QUOTE) isText = true;
		else if (OPENING.has(byte)) {
			if (++depth > DEEPEST) return true;
		} else if (CLOSING.has(byte)) depth--;
	}
	return false;
}
