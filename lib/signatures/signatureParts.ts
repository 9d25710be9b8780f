import { type Delivery, headerValues } from './delivery';
import { parseTimestamp } from './freshness';
import type { Found } from './found';
import { placeName, valueAt } from './place';
import type { SignedContent } from './scheme';
import { singleHeader } from './singleHeader';
import { trimSpaces } from './trimSpaces';

/** What a delivery says about its own signing. */
export interface SignatureParts {
	parts: readonly string[];
	/** As sent, since these characters are signed; and in ms. */
	timestamp?: { text: string; at: number };
	id?: string;
}

/** Reads signature, time and id of a delivery from where the scheme has them. */
export function signatureParts(scheme: SignedContent, delivery: Delivery): Found<SignatureParts> {
	const { headers, separator, trimParts } = scheme.signature;
	const present = headers.findIndex((name) => headerValues(delivery, name).length > 0);
	const alternative = Math.max(present, 0);
	const texts = signatureTexts(scheme, delivery, alternative);
	if (texts.problem !== undefined) return texts;
	const split = texts.value.flatMap((text) => (separator ? text.split(separator) : [text]));
	const parts = trimParts ? split.map(trimSpaces) : split;

	const timestamp = readTimestamp(scheme, delivery, alternative, parts);
	if (timestamp?.problem !== undefined) return timestamp;
	const id = readId(scheme, delivery, alternative);
	if (id?.problem !== undefined) return id;
	return { value: { parts, timestamp: timestamp?.value, id: id?.value } };
}

/** The texts that hold signatures: one, but for senders that send a header for each of their keys. */
function signatureTexts(
	{ signature: { headers, at, all } }: SignedContent,
	delivery: Delivery,
	alternative: number,
): Found<string[]> {
	if (all) {
		const value = headers.flatMap((name) => headerValues(delivery, name)).map(trimSpaces);
		return value.length > 0 ? { value } : { problem: `no ${headers.join(' or ')} header` };
	}
	const found = at ? valueAt(delivery, at) : singleHeader(delivery, headers[alternative] ?? '');
	return found.problem !== undefined ? found : { value: [found.value] };
}

function readTimestamp(
	{ timestamp, signature }: SignedContent,
	delivery: Delivery,
	alternative: number,
	parts: readonly string[],
): Found<{ text: string; at: number }> | undefined {
	if (!timestamp) return undefined;
	const name = timestamp.headers?.[alternative] ?? signature.headers[alternative] ?? '';
	const found = timestamp.at
		? valueAt(delivery, timestamp.at)
		: timestamp.headers
			? singleHeader(delivery, name)
			: singlePart(parts, timestamp.prefix ?? '', name);
	if (found.problem !== undefined) return found;
	const at = parseTimestamp(found.value, timestamp.unit);
	if (at === undefined) {
		const where = timestamp.at ? placeName(timestamp.at) : name;
		const form = timestamp.unit === 'date' ? 'date' : 'plain number';
		return { problem: `the timestamp in ${where} is not a ${form}` };
	}
	return { value: { text: found.value, at } };
}

function singlePart(parts: readonly string[], prefix: string, name: string): Found<string> {
	const matching = parts.filter((part) => part.startsWith(prefix));
	const [part] = matching;
	if (part === undefined || matching.length > 1)
		return { problem: `${name} has ${matching.length} parts ${prefix}` };
	return { value: part.slice(prefix.length) };
}

function readId(
	{ id }: SignedContent,
	delivery: Delivery,
	alternative: number,
): Found<string> | undefined {
	if (!id) return undefined;
	const name = id.headers[alternative] ?? '';
	const found = singleHeader(delivery, name);
	if (found.problem !== undefined) return found;
	return /^[\x21-\x7e]+$/.test(found.value)
		? found
		: { problem: `the ${name} header has characters that no id has` };
}
