import type { JobPlace } from './templates';

/**
 * What the waiting room keeps of a job: its ID, and the target where looking at it needs that too.
 * Items show the ID alone.
 */
export function referenceOf({ id = '', target = '' }: JobPlace): string {
	return target === '' ? id : JSON.stringify([id, target]);
}

/** The other way round; a plain ID is one without a target. */
export function readReference(reference: string): { id: string; target: string } {
	if (!reference.startsWith('["')) return { id: reference, target: '' };
	try {
		const [id, target] = JSON.parse(reference) as unknown[];
		return { id: String(id), target: String(target ?? '') };
	} catch {
		return { id: reference, target: '' };
	}
}
