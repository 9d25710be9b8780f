/** Far deeper than any event; n8n copies items level by level and fails a few thousand levels down. */
export const DEEPEST = 500;

/** Whether parsed JSON is nested too deep to become an item. */
export function isTooDeep(json: unknown, levels = DEEPEST): boolean {
	if (typeof json !== 'object' || json === null) return false;
	if (levels === 0) return true;
	return Object.values(json).some((inner) => isTooDeep(inner, levels - 1));
}
