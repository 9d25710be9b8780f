import { type Delivery, headerValues } from './delivery';
import { idSlides, type TemplatePart } from './contentTemplate';
import { parseTimestamp } from './freshness';
import type { Found } from './found';
import type { HmacScheme } from './scheme';
import { singleHeader, singleValue } from './singleHeader';
import { trimSpaces } from './trimSpaces';

/** What a delivery says about its own signing. */
export interface SignatureParts {
	parts: readonly string[];
	/** As sent, since these characters are signed; and in ms. */
	timestamp?: { text: string; at: number };
	id?: string;
}

/** Reads signature, time and id of a delivery from where the scheme has them. */
export function signatureParts(
	scheme: HmacScheme,
	delivery: Delivery,
	template: readonly TemplatePart[],
): Found<SignatureParts> {
	const { headers, separator, trimParts } = scheme.signature;
	const found = headers.map((name) => headerValues(delivery, name));
	const present = found.findIndex((values) => values.length > 0);
	const alternative = Math.max(present, 0);
	const header = singleValue(found[alternative] ?? [], headers[alternative] ?? '');
	if (header.fault !== undefined) return header;
	const split = separator ? header.value.split(separator) : [header.value];
	const parts = trimParts ? split.map(trimSpaces) : split;

	const timestamp = readTimestamp(scheme, delivery, alternative, parts);
	if (timestamp?.fault !== undefined) return timestamp;
	const id = readId(scheme, delivery, alternative, template);
	if (id?.fault !== undefined) return id;
	return { value: { parts, timestamp: timestamp?.value, id: id?.value } };
}

function readTimestamp(
	{ timestamp, signature }: HmacScheme,
	delivery: Delivery,
	alternative: number,
	parts: readonly string[],
): Found<{ text: string; at: number }> | undefined {
	if (!timestamp) return undefined;
	const name = timestamp.headers?.[alternative] ?? signature.headers[alternative] ?? '';
	const found = timestamp.headers
		? singleHeader(delivery, name)
		: singlePart(parts, timestamp.prefix ?? '', name);
	if (found.fault !== undefined) return found;
	const at = parseTimestamp(found.value, timestamp.unit);
	if (at === undefined) return { fault: `the timestamp in ${name} is not a plain number` };
	return { value: { text: found.value, at } };
}

function singlePart(parts: readonly string[], prefix: string, name: string): Found<string> {
	const matching = parts.filter((part) => part.startsWith(prefix));
	const [part] = matching;
	if (part === undefined || matching.length > 1)
		return { fault: `${name} has ${matching.length} parts ${prefix}` };
	return { value: part.slice(prefix.length) };
}

function readId(
	{ id }: HmacScheme,
	delivery: Delivery,
	alternative: number,
	template: readonly TemplatePart[],
): Found<string> | undefined {
	if (!id) return undefined;
	const name = id.headers[alternative] ?? '';
	const found = singleHeader(delivery, name);
	if (found.fault !== undefined) return found;
	// In `{id}.{timestamp}` a full stop would let the end of the id pass for the timestamp (spec of
	// Standard Webhooks, signature scheme).
	return /^[\x21-\x7e]+$/.test(found.value) && !idSlides(found.value, template)
		? found
		: { fault: `the ${name} header has characters that no id has` };
}
