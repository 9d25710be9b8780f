const isSpace = (code: number) => code === 0x20 || code === 0x09;

/** Drops spaces and tabs around a value; other white space is part of it (RFC 9110, 5.5). */
export function trimSpaces(text: string): string {
	let from = 0;
	let to = text.length;
	while (from < to && isSpace(text.charCodeAt(from))) from++;
	while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
	return text.slice(from, to);
}
