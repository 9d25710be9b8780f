/** No server takes a longer one, and matching all of a large text would overflow the stack of the engine. */
const LONGEST_URL = 8192;

const WHOLE_URL = /^https?:\/\/[^\s<>"]+$/i;

/** Without a scheme: `//cdn.example.com/a.png`. */
const SCHEMELESS_URL = /^\/\/[^\s<>"/]+\.[^\s<>"/]+\/[^\s<>"]+$/;

/** With spaces in its path, up to the name of a file: what already ends before them begins a sentence. */
const SPACED_URL = /^https?:\/\/[^\s<>"/]+\/[^<>"\n\r]*\.[a-z\d]{2,5}(?:\?[^\s<>"]+)?$/i;
const SENTENCE = /[,;:!] |\shttps?:|^\S+\.[a-z\d]{2,5}\s/i;

/**
 * The text as a URL where it is one whole http(s) URL and nothing else; a sentence with a URL in it is
 * not. What senders forgot is added: the scheme, and the encoding of spaces.
 */
export function toHttpUrl(text: string): string | undefined {
	if (text.length > LONGEST_URL) return undefined;
	const trimmed = text.trim();
	const url = SCHEMELESS_URL.test(trimmed) ? `https:${trimmed}` : spaced(trimmed);
	return WHOLE_URL.test(url) && URL.canParse(url) ? url : undefined;
}

function spaced(text: string): string {
	const isSpaced = text.includes(' ') && SPACED_URL.test(text) && !SENTENCE.test(text);
	return isSpaced ? text.replaceAll(' ', '%20') : text;
}
