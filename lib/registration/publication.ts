import { putLast } from '../bound';

/**
 * Where the publishing of a trigger stands, when it is not published: `refused` when nothing of ours
 * delivers and nothing was changed.
 */
type Phase = 'publishing' | 'refused' | 'failed' | 'ended';

/**
 * What this process knows of a trigger, by node and URL (in test there is another URL). n8n calls
 * `checkExists`, `create`, `delete` and `trigger()` of a node in one process. Of a trigger that is
 * published, there is nothing to know.
 */
const phases = new Map<string, Phase>();

/** Registrations that are being restored. */
const healing = new Map<string, { stop: () => void; done: Promise<void> }>();

/** More triggers were ended in one process and never published again; the oldest are forgotten. */
const MOST_PHASES = 10_000;

function enter(key: string, phase: Phase): void {
	putLast(phases, key, phase, MOST_PHASES);
}

export function startPublishing(key: string): void {
	enter(key, 'publishing');
}

/** The trigger is registered. */
export function publicationSucceeded(key: string): void {
	phases.delete(key);
}

export function publicationFailed(key: string, failure: 'refused' | 'failed'): void {
	if (phases.get(key) !== 'refused') enter(key, failure);
}

/**
 * n8n calls `delete`: from now on nothing is restored, and what is being restored has come to its end
 * when this resolves.
 *
 * @returns how the publishing before has failed, told once: the next `delete` is a real one
 */
export async function endPublication(key: string): Promise<'refused' | 'failed' | undefined> {
	const phase = phases.get(key);
	enter(key, 'ended');
	healing.get(key)?.stop();
	await healing.get(key)?.done;
	return phase === 'refused' || phase === 'failed' ? phase : undefined;
}

/** May its registration be judged and restored? Not while it is made, and not after its end. */
export function isPublished(key: string): boolean {
	return !phases.has(key);
}

/**
 * Restores a registration, in a way that `endPublication` can stop and wait for.
 *
 * @param step never throws
 */
export async function whileHealing(
	key: string,
	stop: () => void,
	step: () => Promise<void>,
): Promise<void> {
	const done = step();
	healing.set(key, { stop, done });
	await done;
	healing.delete(key);
}
