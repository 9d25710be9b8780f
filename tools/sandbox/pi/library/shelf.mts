import type { PiContext } from '../context.mts';

/** The things of one kind that the organization has. */
export function shelf({ library }: PiContext, kind: string): Map<string, Record<string, unknown>> {
	const found = library.get(kind) ?? new Map<string, Record<string, unknown>>();
	library.set(kind, found);
	return found;
}
