const PLACES = ['timestamp', 'id', 'method', 'url', 'body'] as const;

/** What a template can take from a delivery. */
export type Place = (typeof PLACES)[number];

/** Literal text, or a place to fill. */
export type TemplatePart = { text: string; place?: undefined } | { text?: undefined; place: Place };

const isPlace = (name: string): name is Place => PLACES.some((place) => place === name);

/**
 * Parts of what a scheme signs, such as `{timestamp}.{body}`; undefined when it names a place that
 * does not exist.
 */
export function contentTemplate(content: string): TemplatePart[] | undefined {
	const parts: TemplatePart[] = [];
	for (const [at, piece] of content.split(/\{([a-z]+)\}/).entries()) {
		// Split puts what the brackets caught at the odd places.
		if (at % 2 === 0) {
			if (piece !== '') parts.push({ text: piece });
		} else {
			if (!isPlace(piece)) return undefined;
			parts.push({ place: piece });
		}
	}
	return parts;
}

/** Whether nothing parts an id from the place beside it: bytes of one could pass for the other. */
export function idTouchesPlace(template: readonly TemplatePart[]): boolean {
	return template.some(
		({ place }, at) =>
			place !== undefined &&
			template[at + 1]?.place !== undefined &&
			(place === 'id' || template[at + 1]?.place === 'id'),
	);
}

/**
 * Whether an id holds, or begins or ends with a part of, the text that parts it from its
 * neighbours: the same signed bytes could then be read as another id beside another body.
 */
export function idSlides(id: string, template: readonly TemplatePart[]): boolean {
	return template.some(({ place }, at) => {
		if (place !== 'id') return false;
		const before = template[at - 1]?.text;
		const after = template[at + 1]?.text;
		return (
			(after !== undefined && (id + after).indexOf(after) !== id.length) ||
			(before !== undefined && (before + id).lastIndexOf(before) !== 0)
		);
	});
}
