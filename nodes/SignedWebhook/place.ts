import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../../lib/signatures/delivery';
import { singleHeader } from '../../lib/signatures/singleHeader';

/** Where a delivery carries a value: in a header, or in the body at a path such as `data.id`. */
export type Place = { header: string; path?: undefined } | { path: string; header?: undefined };

/** The value at the first of the places that has one, as text. */
export function valueAt(
	places: readonly Place[],
	body: IDataObject,
	delivery: Delivery,
): string | undefined {
	for (const { header, path } of places) {
		const found = header === undefined ? atPath(body, path) : singleHeader(delivery, header).value;
		if ((typeof found === 'string' && found.trim() !== '') || typeof found === 'number')
			return String(found);
	}
	return undefined;
}

/** What the body has at a path; a number in it counts the entries of a list from 0. */
export function atPath(body: IDataObject, path: string): unknown {
	let value: unknown = body;
	for (const key of path.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = (value as IDataObject)[key];
	}
	return value;
}

/** Places as a message names them. */
export function namePlaces(places: readonly Place[]): string {
	return places
		.map(({ header, path }) =>
			header === undefined ? `"${path}" of the body` : `header ${header}`,
		)
		.join(' or ');
}
