import type { Delivery } from '../delivery';
import { trimSpaces } from '../trimSpaces';
import type { Dialect } from './dialects';

/** A request, ready to look its components up. */
export interface SignableMessage {
	method: string;
	url: URL;
	/** Values of the fields by lower-case name. */
	fields: ReadonlyMap<string, readonly string[]>;
}

const origin = ({ protocol, host }: URL) => `${protocol}//${host}`;

const DERIVED: Record<string, (message: SignableMessage, dialect: Dialect) => string> = {
	'@method': ({ method }) => method,
	'@target-uri': ({ url }, { targetUri }) =>
		origin(url) + (targetUri === 'whole' ? url.pathname + url.search : ''),
	'@authority': ({ url }) => url.host,
	'@scheme': ({ url }) => url.protocol.slice(0, -1),
	'@request-target': ({ url }) => url.pathname + url.search,
	'@path': ({ url }) => url.pathname,
	'@query': ({ url }) => url.search || '?',
};

/** Undefined where the URL is not absolute. */
export function signableMessage({
	method,
	url,
	rawHeaders,
}: Omit<Delivery, 'body'>): SignableMessage | undefined {
	if (!URL.canParse(url)) return undefined;
	const fields = new Map<string, string[]>();
	for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
		const name = (rawHeaders[at] ?? '').toLowerCase();
		const value = rawHeaders[at + 1] ?? '';
		const values = fields.get(name);
		if (values) values.push(value);
		else fields.set(name, [value]);
	}
	return { method, url: new URL(url), fields };
}

/** A field's values in one, as RFC 9421, 2.1 combines them; undefined where it is missing. */
export function fieldValue({ fields }: SignableMessage, name: string): string | undefined {
	return fields.get(name)?.map(trimSpaces).join(', ');
}

/**
 * Value of a component (RFC 9421, 2.1 and 2.2), undefined where it is unknown, missing or not one
 * line of ASCII: a line break in it would let a value pass for the next component.
 */
export function componentValue(
	message: SignableMessage,
	name: string,
	dialect: Dialect,
): string | undefined {
	const value = name.startsWith('@')
		? DERIVED[name]?.(message, dialect)
		: fieldValue(message, name.toLowerCase());
	return value !== undefined && /^[\t\x20-\x7e]*$/.test(value) ? value : undefined;
}
