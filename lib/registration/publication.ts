/** How the publishing under way has failed: n8n calls `delete` next, in whatever state. */
export type PublishingFailure = 'refused' | 'failed';

/**
 * The failures of this process, by node and URL (in test there is another URL). n8n calls `checkExists`,
 * `create` and `delete` of a node in one process, and `delete` takes its entry out again.
 */
const failures = new Map<string, PublishingFailure>();

/** More publishings that failed were never cleaned up; the oldest are forgotten. */
const MOST_FAILURES = 10_000;

export function startPublishing(key: string): void {
	failures.delete(key);
}

/** @param failure `refused` when nothing of ours delivers and nothing was changed */
export function publicationFailed(key: string, failure: PublishingFailure): void {
	if (!failures.has(key)) failures.set(key, failure);
	if (failures.size > MOST_FAILURES) failures.delete(failures.keys().next().value ?? '');
}

/**
 * n8n calls `delete`.
 *
 * @returns how the publishing before has failed, told once: the next `delete` is a real one
 */
export function endPublication(key: string): PublishingFailure | undefined {
	const failure = failures.get(key);
	failures.delete(key);
	return failure;
}
