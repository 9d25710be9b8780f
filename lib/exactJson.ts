/**
 * Parses JSON; `undefined` when it is none. Integers that a number of JavaScript cannot hold become text
 * with all of their digits: two long IDs stay two.
 */
export function parseExactly(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return LONG_NUMBER.test(text) ? JSON.parse(quoteLongIntegers(text)) : value;
	} catch {
		return undefined;
	}
}

/** The shortest integer that may be unsafe has 16 digits. */
const LONG_NUMBER = /\d{16}/;

/** The beginning of a text, or a whole number; JSON has digits nowhere else. */
const TOKEN = /"|-?\d[\d.eE+-]*/g;

/** Of valid JSON only. In linear time: every text is stepped over once. */
function quoteLongIntegers(text: string): string {
	const token = new RegExp(TOKEN);
	const parts: string[] = [];
	let copied = 0;
	for (let match = token.exec(text); match; match = token.exec(text)) {
		const [found] = match;
		if (found === '"') {
			token.lastIndex = endOfText(text, token.lastIndex);
		} else if (/^-?\d+$/.test(found) && !Number.isSafeInteger(Number(found))) {
			parts.push(text.slice(copied, match.index), `"${found}"`);
			copied = token.lastIndex;
		}
	}
	return parts.join('') + text.slice(copied);
}

/** Where the text ends whose content begins at `from`: after the first quote that is not escaped. */
function endOfText(text: string, from: number): number {
	let quote = text.indexOf('"', from);
	while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
	return quote + 1;
}

function isEscaped(text: string, at: number): boolean {
	let slashes = 0;
	while (text[at - slashes - 1] === '\\') slashes++;
	return slashes % 2 === 1;
}
