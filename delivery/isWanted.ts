/** Does the trigger's `events` parameter ask for this type? `*` is all, `strategy.*` a family. */
export function isWanted(events: readonly string[], type: string): boolean {
	return events.some(
		(wanted) =>
			wanted === '*' ||
			wanted === type ||
			(wanted.endsWith('.*') && type.startsWith(wanted.slice(0, -1))),
	);
}
