import { contentTemplate, touchingPlace, type TemplatePart } from './contentTemplate';
import { isPlace } from './place';
import type { SignedContent } from './scheme';

/**
 * Why a definition cannot be used, for whoever typed it; undefined when it can. What is not signed
 * is not believed: a time or an id that the content leaves out could be changed by anyone.
 */
export function hmacProblem(scheme: SignedContent): string | undefined {
	const { signature, content, timestamp, id } = scheme;
	const template = contentTemplate(content);
	if (!template)
		return 'the signed content knows {timestamp}, {id}, {method}, {url}, {path}, {body}, {header:Name}, {query:name}, {body:path}, {bodySha256}, {bodyCrc32}, {sortedForm}, {headersIn:Name}, {fields:a,b} and {secret} only';
	const places = template.flatMap(({ place }) => place ?? []);
	if (places.every((place) => SAYS_NOTHING.includes(place)))
		return 'the signed content has no {body}, nor any part of the delivery in its place';
	if (!signature.at && signature.headers.every((name) => name.trim() === ''))
		return 'no signature header is named';
	if (places.includes('timestamp') && !timestamp) return 'no place of the {timestamp} is named';
	if (timestamp && !places.includes('timestamp') && !isInBody(scheme, places))
		return 'the signed content has no {timestamp}';
	if (places.includes('id') && !id) return 'no header of the {id} is named';
	if (id && !places.includes('id')) return 'the signed content has no {id}';
	const odd = [signature.at, timestamp?.at].find((at) => at !== undefined && !isPlace(at));
	if (odd !== undefined) return `${JSON.stringify(odd)} is no place of a delivery`;
	return touchProblem(template, timestamp) ?? namesProblem(scheme);
}

/** What the receiver knows beforehand, or anyone may choose. */
const SAYS_NOTHING = ['timestamp', 'id', 'method', 'secret'];

/** Whether the time is signed because the whole body is. */
function isInBody({ timestamp }: SignedContent, places: readonly string[]): boolean {
	return timestamp?.at?.startsWith('body:') === true && places.includes('body');
}

function touchProblem(
	template: readonly TemplatePart[],
	timestamp: SignedContent['timestamp'],
): string | undefined {
	const touching = touchingPlace(template, timestamp?.unit === 'date');
	if (touching !== undefined)
		return `no text parts {${touching}} from the place beside it, so that bytes could move from one to the other unseen`;
	const at = template.findIndex(({ place }) => place === 'timestamp');
	const sides = [template[at - 1], template[at + 1]].filter((part) => part !== undefined);
	const isLoose = sides.some(({ text }) => text === undefined || /^[\d.]|[\d.]$/.test(text));
	return at >= 0 && timestamp?.unit === 'fraction' && isLoose
		? 'a {timestamp} with a fraction needs text beside it that is no digit'
		: undefined;
}

function namesProblem({ signature, timestamp, id }: SignedContent): string | undefined {
	if (signature.all || signature.at) return undefined;
	const lists = [timestamp?.headers, id?.headers].filter((list) => list !== undefined);
	return lists.some((list) => list.length !== signature.headers.length)
		? 'alternative header names must be named for every header alike'
		: undefined;
}
