import { createHash } from 'node:crypto';
import { type Delivery, headerValues } from './delivery';
import { slidingPlace, type TemplatePart } from './contentTemplate';
import { crc32 } from './crc32';
import type { Found } from './found';
import { atPath, formFields, parsedBody, type Place, valueAt } from './place';
import { singleHeader } from './singleHeader';
import type { SignatureParts } from './signatureParts';

/** What of a template does not come from the delivery alone. */
interface Given extends Pick<SignatureParts, 'timestamp' | 'id'> {
	/** For `{secret}`. */
	secret: string;
	/** Whether empty values count as values, for senders that sign fields which may be blank. */
	allowsBlank?: boolean;
}

/** What was signed, in pieces: the body is never copied. */
export function signedContent(
	template: readonly TemplatePart[],
	delivery: Delivery,
	given: Given,
): Found<Array<string | Buffer>> {
	const values: Array<string | Buffer> = [];
	for (const { text, place } of template) {
		if (place === undefined) values.push(text);
		else if (place === 'body') values.push(delivery.body);
		else {
			const found = fill(place, delivery, given);
			if (found.problem !== undefined) return found;
			values.push(found.value);
		}
	}
	const sliding = slidingPlace(template, values, delivery.isKnownUrl === true);
	if (sliding === 'url')
		return {
			problem:
				'the URL has a query that could be part of what stands beside it: fill in URL as Registered',
		};
	if (sliding !== undefined)
		return { problem: `{${sliding}} has the text in it that ends it in what is signed` };
	return { value: joined(values) };
}

/** Text that stands together as one piece: each piece costs a call of the MAC. */
function joined(values: ReadonlyArray<string | Buffer>): Array<string | Buffer> {
	const pieces: Array<string | Buffer> = [];
	let text = '';
	for (const value of values) {
		if (typeof value === 'string') text += value;
		else {
			pieces.push(text, value);
			text = '';
		}
	}
	pieces.push(text);
	return pieces.filter((piece) => piece.length > 0);
}

function fill(place: string, delivery: Delivery, given: Given): Found<string> {
	const at = place.indexOf(':');
	const name = place.slice(at + 1);
	switch (at < 0 ? place : place.slice(0, at)) {
		case 'timestamp':
			return { value: given.timestamp?.text ?? '' };
		case 'id':
			return { value: given.id ?? '' };
		case 'secret':
			return { value: given.secret };
		case 'method':
			return { value: delivery.method };
		case 'url':
			return { value: delivery.url };
		case 'path':
			return { value: delivery.url.replace(/^https?:\/\/[^/]*/, '') };
		case 'bodySha256':
			return {
				value: createHash('sha256')
					.update(delivery.body)
					.digest(at < 0 ? 'hex' : 'base64'),
			};
		case 'bodyCrc32':
			return { value: String(crc32(delivery.body)) };
		case 'sortedForm':
			return sortedForm(delivery);
		case 'headersIn':
			return listedHeaders(delivery, name);
		case 'fields':
			return presentFields(delivery, name.split(','));
		default: {
			const found = valueAt(delivery, place as Place);
			return found.problem !== undefined && given.allowsBlank ? { value: '' } : found;
		}
	}
}

/** As Twilio's libraries do it: sorted by name, the values of one name sorted and each once. */
function sortedForm(delivery: Delivery): Found<string> {
	const fields = new Map<string, Set<string>>();
	for (const [name, value] of formFields(delivery.body)) {
		// What a URL ends with could stand at the beginning of a name.
		if (!/^[A-Za-z]/.test(name)) return { problem: 'a field of the form has an odd name' };
		fields.set(name, (fields.get(name) ?? new Set()).add(value));
	}
	const names = [...fields.keys()].sort();
	const text = names.map((name) => [...(fields.get(name) ?? [])].sort().map((one) => name + one));
	return { value: text.flat().join('') };
}

function listedHeaders(delivery: Delivery, list: string): Found<string> {
	const listed = singleHeader(delivery, list);
	if (listed.problem !== undefined) return listed;
	const pairs: string[] = [];
	for (const name of listed.value.split(',').map((one) => one.trim().toLowerCase())) {
		const value = headerValues(delivery, name)[0];
		if (value === undefined || /[;:]/.test(name) || value.includes(';'))
			return { problem: `${list} lists a header that is not there or odd` };
		pairs.push(`${name}:${value.trim()}`);
	}
	return { value: pairs.join(';') };
}

/** Only the first one may have line feeds in it: of the others they would be borders. */
function presentFields(delivery: Delivery, names: string[]): Found<string> {
	let text = '';
	for (const [at, name] of names.entries()) {
		const value = atPath(parsedBody(delivery), name);
		if (value === undefined || value === null) continue;
		if (typeof value !== 'string' || (at > 0 && value.includes('\n')))
			return { problem: `${name} in the body is no line of text` };
		text += `${name}\n${value}\n`;
	}
	return { value: text };
}
