import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../../lib/signatures/delivery';
import { atPath, queryOf } from '../../lib/signatures/place';
import { singleHeader } from '../../lib/signatures/singleHeader';

/**
 * Where a delivery carries a value: in a header, in the URL, or in the body at a path such as
 * `data.id`; several that make one value together; or the SHA-256 of all of the body.
 */
export type Place =
	| { header: string }
	| { query: string }
	| { path: string }
	| { joined: readonly Place[] }
	| { hash: 'body' };

/** The value at the first of the places that has one, as text. */
export function valueAt(
	places: readonly Place[],
	body: IDataObject,
	delivery: Delivery,
): string | undefined {
	for (const place of places) {
		const found = valueOf(place, body, delivery);
		if (found !== undefined) return found;
	}
	return undefined;
}

function valueOf(place: Place, body: IDataObject, delivery: Delivery): string | undefined {
	if ('hash' in place) return createHash('sha256').update(delivery.body).digest('base64url');
	if ('joined' in place) {
		const values = place.joined.map((one) => valueOf(one, body, delivery));
		// As JSON, so that no two lists of values make the same text.
		return values.every((value) => value === undefined)
			? undefined
			: JSON.stringify(values.map((value) => value ?? null));
	}
	const found =
		'header' in place
			? singleHeader(delivery, place.header).value
			: 'query' in place
				? queryOf(delivery).get(place.query)
				: atPath(body, place.path);
	const isValue = (typeof found === 'string' && found.trim() !== '') || typeof found === 'number';
	return isValue ? String(found) : undefined;
}

/** Places as a message names them. */
export function namePlaces(places: readonly Place[]): string {
	return places.map(nameOf).join(' or ');
}

function nameOf(place: Place): string {
	if ('hash' in place) return 'the hash of the body';
	if ('joined' in place) return place.joined.map(nameOf).join(' with ');
	if ('header' in place) return `header ${place.header}`;
	return 'query' in place ? `"${place.query}" of the URL` : `"${place.path}" of the body`;
}
