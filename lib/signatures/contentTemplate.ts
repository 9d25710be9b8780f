/**
 * What a template can take from a delivery. Beside the plain ones, of which `body` is all bytes and
 * `url` the URL with its query:
 *
 * - `header:X`, `query:x`, `body:a.b`: the value at a place
 * - `path`: the URL from its first slash on
 * - `bodySha256` (hex) and `bodySha256:base64`, `bodyCrc32` (decimal): made of the body's bytes
 * - `sortedForm`: name and value of each field, sorted by name (Twilio)
 * - `headersIn:X`: `name:value` of the headers that the header X lists, joined by `;` (Contentful)
 * - `fields:A,B`: name, line feed, value, line feed of the body's fields that are present (AWS SNS)
 * - `secret`: the text of the secret, for senders that sign what only the receiver knows (PayPal)
 */
const PLAIN = ['timestamp', 'id', 'method', 'url', 'body', 'path', 'sortedForm', 'bodyCrc32'];
const DIGESTS = ['bodySha256', 'bodySha256:base64'];
const NAMED = /^(?:header|query|body|headersIn|fields):[^{}]+$/;

/** Literal text, or a place to fill. */
export type TemplatePart =
	| { text: string; place?: undefined }
	| { text?: undefined; place: string };

const isKnown = (name: string) =>
	[...PLAIN, ...DIGESTS, 'secret'].includes(name) || NAMED.test(name);

/** Of a length that is known beforehand, or that nobody but the receiver chooses. */
const FIXED = ['timestamp', 'method', 'secret', ...DIGESTS];

/** May hold anything; the first of these in a template is the one whose borders the others tell. */
const isLarge = (place: string) =>
	place === 'body' || place === 'sortedForm' || place.startsWith('fields:');

/**
 * Parts of what a scheme signs, such as `{timestamp}.{body}`; undefined when it names a place that
 * does not exist.
 */
export function contentTemplate(content: string): TemplatePart[] | undefined {
	const parts: TemplatePart[] = [];
	for (const [at, piece] of content.split(/\{([a-z][a-zA-Z0-9]*(?::[^{}]*)?)\}/).entries()) {
		// Split puts what the brackets caught at the odd places.
		if (at % 2 === 0) {
			if (piece !== '') parts.push({ text: piece });
		} else {
			if (!isKnown(piece)) return undefined;
			parts.push({ place: piece });
		}
	}
	return parts;
}

/** Which part has the borders that the others tell: the largest, else the last of no fixed length. */
function pivotOf(template: readonly TemplatePart[]): number {
	const large = template.findIndex(({ place }) => place !== undefined && isLarge(place));
	return large >= 0
		? large
		: template.findLastIndex(({ place }) => place !== undefined && !FIXED.includes(place));
}

/**
 * The place of a template that touches another one so that bytes could move between them unseen;
 * undefined when there is none. An id of plain characters may touch a date, whose form is fixed; a
 * URL may touch anything, since the receiver knows it (`placesSlide`).
 *
 * @param hasDate whether the time is a date
 */
export function touchingPlace(
	template: readonly TemplatePart[],
	hasDate = false,
): string | undefined {
	const pivot = pivotOf(template);
	return template.find(({ place }, at) => {
		if (place === undefined || at === pivot || FIXED.includes(place) || place === 'url')
			return false;
		const next = template[at + (at < pivot ? 1 : -1)];
		return next?.place !== undefined && !(place === 'id' && hasDate && next.place === 'timestamp');
	})?.place;
}

const PLAIN_ID = /^[\w-]+$/;

/**
 * The place whose value lets its borders be read otherwise: it holds, or half holds, the text that
 * parts it from its neighbour, so that the same signed bytes could be read as another delivery.
 * All others but one are read from both ends of what is signed, each up to the text beside it.
 *
 * @param values of the places, at the index of their part
 * @param isKnownUrl whether the receiver knows the URL with its query
 */
export function slidingPlace(
	template: readonly TemplatePart[],
	values: ReadonlyArray<string | Buffer>,
	isKnownUrl: boolean,
): string | undefined {
	const pivot = pivotOf(template);
	return template.find(({ place }, at) => {
		if (place === undefined || at === pivot || FIXED.includes(place)) return false;
		const value = String(values[at]);
		const isBefore = at < pivot;
		const neighbour = template[at + (isBefore ? 1 : -1)];
		if (neighbour === undefined) return false;
		const { text } = neighbour;
		if (text === undefined)
			return place === 'url' ? !isKnownUrl && value.includes('?') : !PLAIN_ID.test(value);
		return isBefore
			? (value + text).indexOf(text) !== value.length
			: (text + value).lastIndexOf(text) !== 0;
	})?.place;
}
