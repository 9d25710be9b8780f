/** Far deeper than any event; n8n copies items level by level and fails a few thousand levels down. */
export const DEEPEST = 500;

/** Whether parsed JSON is nested too deep to become an item. */
export function isTooDeep(json: unknown): boolean {
	return isNested(json) && exceeds(json, DEEPEST);
}

function exceeds(json: object, levels: number): boolean {
	if (levels === 0) return true;
	const isInner = (inner: unknown) => isNested(inner) && exceeds(inner, levels - 1);
	if (Array.isArray(json)) return json.some(isInner);
	// A list of the values costs five times as much; what JSON.parse gives inherits nothing to list.
	for (const key in json) if (isInner(json[key as keyof typeof json])) return true;
	return false;
}

function isNested(json: unknown): json is object {
	return typeof json === 'object' && json !== null;
}
