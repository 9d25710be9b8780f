import type { Delivery } from './delivery';
import type { TemplatePart } from './contentTemplate';
import type { SignatureParts } from './signatureParts';

/** What was signed, in pieces: the body is never copied. */
export function signedContent(
	template: readonly TemplatePart[],
	delivery: Delivery,
	{ timestamp, id }: SignatureParts,
): Array<string | Buffer> {
	const pieces: Array<string | Buffer> = [];
	let text = '';
	for (const part of template) {
		if (part.text !== undefined) text += part.text;
		else if (part.place === 'timestamp') text += timestamp?.text ?? '';
		else if (part.place === 'id') text += id ?? '';
		else if (part.place === 'body') {
			pieces.push(text, delivery.body);
			text = '';
		} else text += delivery[part.place];
	}
	pieces.push(text);
	return pieces.filter((piece) => piece.length > 0);
}
