import type { Delivery } from './delivery';
import { headerValues } from './delivery';
import type { Found } from './found';
import { parseJson } from './parseJson';
import { singleValue } from './singleHeader';

/**
 * Where a delivery carries a value: `header:X-Name`, `query:name`, or `body:data.0.id`, a path in its
 * JSON or a field of its form.
 */
export type Place = `${'header' | 'query' | 'body'}:${string}`;

const parsed = new WeakMap<Buffer, unknown>();

/** The body as JSON, else as a form; read once per delivery. */
export function parsedBody({ body }: Pick<Delivery, 'body'>): unknown {
	if (parsed.has(body)) return parsed.get(body);
	const value = parseJson(body) ?? Object.fromEntries(formFields(body));
	parsed.set(body, value);
	return value;
}

/** Names and values of a form, in their order. */
export function formFields(body: Buffer): Array<[string, string]> {
	return [...new URLSearchParams(body.toString('utf8'))];
}

/** The parameters of the URL by which a delivery came. */
export function queryOf({ url }: Pick<Delivery, 'url'>): URLSearchParams {
	const at = url.indexOf('?');
	return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

/** What a value has at a path; a number in it counts the entries of a list from 0. */
export function atPath(value: unknown, path: string): unknown {
	let found = value;
	for (const key of path.split('.')) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
		found = (found as Record<string, unknown>)[key];
	}
	return found;
}

/** The text at a place; it must be there once and not be blank. */
export function valueAt(delivery: Delivery, place: Place): Found<string> {
	const [kind, name] = splitPlace(place);
	if (kind === 'header') return singleValue(headerValues(delivery, name), name);
	if (kind === 'query') {
		const values = queryOf(delivery).getAll(name);
		const [value = ''] = values;
		return values.length === 1 && value !== ''
			? { value }
			: { problem: `the URL has ${values.length} ${name} parameters` };
	}
	const value = atPath(parsedBody(delivery), name);
	if (typeof value === 'string' && value !== '') return { value };
	if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value) };
	return { problem: `the body has no text at ${name}` };
}

/** Whether a text is a place that has a name. */
export function isPlace(text: string): text is Place {
	return /^(?:header:[!#$%&'*+.^_`|~0-9A-Za-z-]+|(?:query|body):[^\s{}]+)$/.test(text);
}

/** A place in words, for messages. */
export function placeName(place: Place): string {
	const [kind, name] = splitPlace(place);
	if (kind === 'header') return `the ${name} header`;
	return kind === 'query' ? `${name} in the URL` : `${name} in the body`;
}

function splitPlace(place: Place): [string, string] {
	const at = place.indexOf(':');
	return [place.slice(0, at), place.slice(at + 1)];
}
