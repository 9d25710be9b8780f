/** A token of a structured field (RFC 9651), apart from a string of the same characters. */
export class Token {
	constructor(readonly name: string) {}
}

/** Integer, string, boolean, byte sequence or token. */
export type BareItem = number | string | boolean | Buffer | Token;

export type Parameters = Map<string, BareItem>;

export interface Item {
	value: BareItem;
	parameters: Parameters;
}

export interface InnerList {
	items: Item[];
	parameters: Parameters;
}

export type Dictionary = Map<string, Item | InnerList>;

export function isInnerList(member: Item | InnerList): member is InnerList {
	return 'items' in member;
}

/** The one way to write an inner list (RFC 9651, 4.1.1.1): what `@signature-params` stands for. */
export function serializeInnerList({ items, parameters }: InnerList): string {
	return `(${items.map(serializeItem).join(' ')})${serializeParameters(parameters)}`;
}

export function serializeItem({ value, parameters }: Item): string {
	return serializeBareItem(value) + serializeParameters(parameters);
}

function serializeParameters(parameters: Parameters): string {
	let text = '';
	for (const [key, value] of parameters) {
		text += value === true ? `;${key}` : `;${key}=${serializeBareItem(value)}`;
	}
	return text;
}

function serializeBareItem(value: BareItem): string {
	if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
	if (typeof value === 'boolean') return value ? '?1' : '?0';
	if (typeof value === 'number') return String(value);
	return value instanceof Token ? value.name : `:${value.toString('base64')}:`;
}
