/** No server takes a longer one, and matching all of a large text would overflow the stack of the engine. */
const LONGEST_URL = 8192;

/** The text itself where it is one whole http(s) URL and nothing else; a sentence with a URL in it is not. */
export function toHttpUrl(text: string): string | undefined {
	if (text.length > LONGEST_URL) return undefined;
	const trimmed = text.trim();
	return /^https?:\/\/[^\s<>"]+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined;
}
