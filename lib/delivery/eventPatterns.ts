/** The trigger's `events` parameter as patterns: a list, or text with commas between them. */
export function eventPatterns(events: unknown): string[] {
	const list = Array.isArray(events) ? events.map(String) : String(events ?? '').split(',');
	return list.map((pattern) => pattern.trim()).filter(Boolean);
}
