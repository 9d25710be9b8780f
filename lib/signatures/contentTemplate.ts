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
