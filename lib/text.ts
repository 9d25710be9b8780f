/** Whether a value of a body is a text with something in it. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

/**
 * A text or a number of a body as text, blank for anything else: an object of a body may have a
 * `toString` of its own, and no text can be made of it.
 */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * An ID as text, blank where there is none. Long numbers come as text already (`parseJson`), so a number
 * here has all of its digits.
 */
export function idOf(value: unknown): string {
	return Number.isSafeInteger(value) ? String(value) : isText(value) ? value : '';
}

/** How names and statuses are compared. */
export function lowerTrimmed(value: unknown): string {
	return textOf(value).trim().toLowerCase();
}

/** A text without what matches at both ends; in linear time, which `/x+$/` of a long text is not. */
export function trimWhile(text: string, matches: (char: string) => boolean): string {
	let from = 0;
	let to = text.length;
	while (from < to && matches(text.charAt(from))) from++;
	while (to > from && matches(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}

/** The values of a parameter: a list, or text with commas between them. An expression may give a number. */
export function commaList(given: unknown): string[] {
	const list = Array.isArray(given) ? given.map(String) : String(given ?? '').split(',');
	return list.map((value) => value.trim()).filter(Boolean);
}
